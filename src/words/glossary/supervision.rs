//! Supervision: its kinds, its tools, and how its files are found.

use super::{Term, sol};

pub(super) const TERMS: &[Term] = &[
    Term::new(
        "ivo",
        ("Inspektionen för vård och omsorg (IVO)", "Health and Social Care Inspectorate (IVO)"),
        (
            "Den statliga myndighet som har tillsyn över socialtjänsten och över hemmen. Här kallas den också inspektionen.",
            "The state authority that supervises social services and the homes. Here it is also called the inspectorate.",
        ),
    )
    .forms(&["IVO", "inspektionen"], &["IVO", "the inspectorate"]),
    Term::new(
        "tillsyn",
        ("tillsyn", "supervision"),
        (
            "Att granska om en verksamhet följer lagar och föreskrifter, och se till att brister åtgärdas.",
            "To examine whether an activity follows laws and regulations, and to see to it that deficiencies are mended.",
        ),
    )
    .forms(&["tillsyn", "tillsynen"], &["supervision"])
    .laws(&[sol(("13 kap.", "Chapter 13"))]),
    Term::new(
        "frekvenstillsyn",
        ("frekvenstillsyn", "annual statutory supervision"),
        (
            "Den inspektion som hem för barn och unga ska få minst en gång om året.",
            "The inspection that homes for children shall have at least once a year.",
        ),
    )
    .forms(&["frekvenstillsyn", "frekvenstillsynen"], &["annual statutory supervision"]),
    Term::new(
        "nationell-tillsyn",
        ("nationell tillsyn", "national supervision"),
        (
            "Tillsyn av samma fråga på samma sätt i hela landet, för att få en samlad bild.",
            "Supervision of one question in the same way in the whole country, to see the whole.",
        ),
    )
    .forms(&["nationella tillsynen", "nationell tillsyn"], &["national supervision"]),
    Term::new(
        "riktad-tillsyn",
        ("riktad tillsyn", "targeted supervision"),
        (
            "Tillsyn som riktas dit risken bedöms vara störst. Den visar inte hur det är i genomsnitt.",
            "Supervision aimed where the risk is judged to be highest. It does not show how things are on average.",
        ),
    )
    .forms(&["riktade tillsynen", "riktad tillsyn"], &["targeted supervision"]),
    Term::new(
        "tillsyn-efter-signal",
        ("tillsyn efter signal", "signal-based supervision"),
        (
            "Tillsyn som börjar med att någon har hört av sig eller att något har hänt. Den kallas också löpande tillsyn.",
            "Supervision that begins because somebody got in touch or something happened.",
        ),
    )
    .forms(&["tillsyn efter signaler", "tillsyn efter signal", "efter signaler"], &["signal-based supervision", "after signals"]),
    Term::new(
        "oanmald-inspektion",
        ("oanmäld inspektion", "unannounced inspection"),
        (
            "Ett besök som hemmet inte har fått veta om i förväg.",
            "A visit that the home was not told of beforehand.",
        ),
    )
    .forms(&["oanmälda inspektioner", "oanmäld inspektion", "oanmälda", "oanmäld"], &["unannounced inspections", "unannounced inspection", "unannounced"]),
    Term::new(
        "papekande",
        ("påpekande", "remark"),
        (
            "Det lättaste steget: IVO säger vad som inte är bra, utan att kräva svar.",
            "The lightest step: IVO says what is not good, without asking for an answer.",
        ),
    )
    .forms(&["påpekande", "påpekanden"], &["remarks", "remark"]),
    Term::new(
        "kritik",
        ("kritik", "criticism"),
        (
            "IVO säger i sitt beslut att verksamheten inte har gjort det den ska.",
            "IVO says in its decision that the organisation has not done what it should.",
        ),
    )
    .forms(&["kritik"], &["criticisms", "criticism", "criticised"]),
    Term::new(
        "atgardskrav",
        ("åtgärdskrav", "required measures"),
        (
            "IVO kräver att bristen åtgärdas och att verksamheten redovisar vad den har gjort.",
            "IVO requires that the deficiency be mended and that the organisation account for what it did.",
        ),
    )
    .forms(&["åtgärdskrav", "krav på åtgärder"], &["required measures"]),
    Term::new(
        "forelaggande",
        ("föreläggande", "injunction"),
        (
            "Ett beslut om vad som ska göras, och när det ska vara gjort.",
            "A decision on what must be done, and by when.",
        ),
    )
    .forms(&["föreläggande", "förelägganden"], &["injunctions", "injunction"]),
    Term::new(
        "vite",
        ("vite", "penalty of a fine"),
        (
            "En summa pengar som ska betalas om föreläggandet inte följs.",
            "A sum of money to be paid if the injunction is not followed.",
        ),
    )
    .forms(&["vite"], &["penalty of a fine", "with a fine"]),
    Term::new(
        "aterkallelse",
        ("återkallelse av tillstånd", "permit revocation"),
        (
            "IVO tar tillbaka tillståndet, och hemmet får inte drivas längre. Det kan bara drabba hem som behöver tillstånd, det vill säga privata.",
            "IVO takes back the permit, and the home may no longer be run. It can only hit homes that need a permit, which is the private ones.",
        ),
    )
    .forms(&["återkallelse", "återkallelser"], &["revocations", "revocation"]),
    Term::new(
        "forbud",
        ("förbud", "prohibition"),
        ("IVO förbjuder att en verksamhet fortsätter.", "IVO forbids an activity to go on."),
    )
    .forms(&["förbud"], &["prohibitions", "prohibition"]),
    Term::new(
        "diarienummer",
        ("diarienummer (dnr)", "registry number (dnr)"),
        (
            "Numret som ett ärende har hos myndigheten. Med det kan vem som helst begära ut handlingarna.",
            "The number that a case has at the authority. By it anybody may ask for the documents.",
        ),
    )
    .forms(&["diarienummer"], &["registry number"]),
    Term::new(
        "ivo-avdelning",
        ("IVO-avdelning", "IVO division"),
        (
            "En av inspektionens sex delar av landet, var och en med några län. Indelningen här är från 2015.",
            "One of the inspectorate’s six parts of the country, each with some counties. The division here is that of 2015.",
        ),
    )
    .forms(&["IVO-avdelning", "IVO-avdelningar"], &["IVO divisions", "IVO division"]),
];
