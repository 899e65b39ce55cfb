//! What the figures are, and what can be read from them.

use super::Term;

pub(super) const TERMS: &[Term] = &[
    Term::new(
        "konfidensintervall",
        ("konfidensintervall (osäkerhet)", "confidence interval (uncertainty)"),
        (
            "De värden som stämmer med siffran när slumpen räknas in. Sidans intervall är 95-procentiga: räknade på det sättet täcker 95 av 100 intervall det värde de söker.",
            "The values that agree with the figure once chance is allowed for. Those of this page are 95 per cent intervals: of 100 worked out in that way, 95 cover the value they look for.",
        ),
    )
    .forms(&["konfidensintervall", "intervall"], &["confidence intervals", "confidence interval", "intervals", "interval"]),
    Term::new(
        "slump",
        ("slump, mer än slumpen", "chance, more than chance"),
        (
            "Små antal går upp och ned av sig själva. Sidan kallar något högre eller lägre bara när slumpen sällan ger en så stor skillnad; annars säger den att det inte går att avgöra.",
            "Small counts rise and fall by themselves. The page calls something higher or lower only where chance seldom gives so large a difference; otherwise it says that this cannot be told.",
        ),
    )
    .forms(&["slumpen"], &["chance"]),
    Term::new(
        "urval",
        ("urval", "sample"),
        (
            "De som granskades eller tillfrågades. Är urvalet inte slumpmässigt gäller siffran dem, inte alla.",
            "Those who were examined or asked. Where the sample is not random, the figure is of them, not of all.",
        ),
    )
    .forms(&["slumpmässigt urval", "urvalet", "urval"], &["random sample", "selection", "sample"]),
    Term::new(
        "liknande-omraden",
        ("liknande områden", "similar areas"),
        (
            "Kommuner eller län som ligger nära varandra i de mått som utgivaren har valt för jämförelsen, som hur många hem som tillsynats. Vilka mått som räknas går att ändra. De behöver inte likna varandra i något annat.",
            "Municipalities or counties that are near each other in the measures that the publisher has chosen for the comparison, such as how many homes were supervised. Which measures count can be changed. They need not be alike in anything else.",
        ),
    )
    .forms(&["liknande områden"], &["similar areas"]),
    Term::new(
        "trattdiagram",
        ("trattdiagram", "funnel plot"),
        (
            "Ett diagram där varje område är en punkt: andelen uppåt, antalet åt höger. Inom tratten kan slumpen ensam förklara skillnaden mot helheten.",
            "A chart where each area is a dot: its share upwards, its number to the right. Within the funnel, chance alone may explain the difference from the whole.",
        ),
    )
    .forms(&["trattdiagram", "tratten"], &["funnel plot", "the funnel"]),
    Term::new(
        "standardiserad",
        ("standardiserad andel (med samma blandning)", "standardised share (with the same mix)"),
        (
            "Andelen som den hade varit om båda grupperna hade haft samma blandning av till exempel typer av hem.",
            "The share as it would have been if both groups had had the same mix of, for instance, types of home.",
        ),
    )
    .forms(&["standardiserad andel", "med samma blandning"], &["standardised share", "with the same mix"]),
    Term::new(
        "riskkvot",
        ("riskkvot", "risk ratio"),
        (
            "Den ena gruppens andel delad med den andras. 2 betyder dubbelt så vanligt, 1 lika vanligt.",
            "The share of one group divided by that of the other. 2 means twice as common, 1 equally common.",
        ),
    )
    .forms(&["riskkvot", "riskkvoten"], &["risk ratios", "risk ratio"]),
    Term::new(
        "dolt",
        ("dolt av sekretess (undertryckt)", "hidden (suppressed)"),
        (
            "En siffra som finns men inte visas, för att den kunde peka ut någon eller för att en annan dold siffra annars gick att räkna ut. Den är inte noll.",
            "A figure that exists but is not shown, because it might point somebody out or let another hidden figure be worked out. It is not zero.",
        ),
    )
    .forms(&["dolt av sekretess", "dold av sekretess", "dolda"], &["suppressed", "hidden"]),
    Term::new(
        "troskel",
        ("tröskel", "threshold"),
        (
            "Det minsta antal skyddade personer som får visas. Mindre antal än så är dolda.",
            "The smallest number of protected persons that may be shown. Smaller numbers are hidden.",
        ),
    )
    .forms(&["tröskel", "tröskeln"], &["threshold"]),
    Term::new(
        "flersvar",
        ("flersvar (överlappande kategorier)", "multi-response (overlapping categories)"),
        (
            "Samma hem, ärende eller händelse kan finnas i flera kategorier. De får därför inte läggas ihop.",
            "The same home, case or event may be in several categories. They must therefore not be added up.",
        ),
    )
    .forms(&["överlappande kategorier", "överlappar", "flersvar"], &["overlapping categories", "multi-response", "overlap"]),
    Term::new(
        "brott",
        ("brott i tidsserien", "break in the series"),
        (
            "En tidpunkt då sättet att räkna ändrades. Åren före och efter kan inte jämföras.",
            "A point in time when the way of counting changed. Years before and after cannot be compared.",
        ),
    )
    .forms(&["brott i tidsserien"], &["break in the series", "breaks in the series"]),
];
