//! The homes, those who run them, and what children are owed there.

use super::{Act, Law, Term, law, sol};

const HOMES: Law = sol(("6 kap. 1 §", "Chapter 6, Section 1"));

pub(super) const TERMS: &[Term] = &[
    Term::new(
        "hvb",
        ("hem för vård eller boende (HVB)", "residential care home (HVB)"),
        (
            "Ett hem med personal som tar emot barn och unga för vård eller behandling dygnet runt.",
            "A home with staff that takes in children and young people for care or treatment around the clock.",
        ),
    )
    .forms(&["hem för vård eller boende", "HVB"], &["residential care homes", "residential care home"])
    .laws(&[HOMES, law(Act::HomeRegulations, ("", ""))]),
    Term::new(
        "stodboende",
        ("stödboende", "supported accommodation"),
        (
            "Ett eget boende med stöd för unga i åldern 16–20 år, som förberedelse för att klara sig själv.",
            "A place of one’s own with support for young people aged 16 to 20, to prepare for living independently.",
        ),
    )
    .forms(&["stödboende", "stödboendet", "stödboenden", "stödboendena"], &["supported accommodation"])
    .laws(&[HOMES]),
    Term::new(
        "sis",
        ("särskilt ungdomshem (SiS)", "special residential home for young people (SiS)"),
        (
            "Ett hem för unga som behöver stå under särskild tillsyn. Det drivs alltid av staten, genom Statens institutionsstyrelse (SiS).",
            "A home for young people who need special supervision. It is always run by the state, through the National Board of Institutional Care (SiS).",
        ),
    )
    .forms(
        &["särskilda ungdomshemmen", "särskilda ungdomshem", "särskilt ungdomshem", "SiS ungdomshem", "ungdomshemmen", "ungdomshem", "SiS"],
        &["special residential homes", "special residential home", "SiS"],
    )
    .laws(&[law(Act::CareOfYoungPersons, ("", ""))]),
    Term::new(
        "bmss",
        ("bostad med särskild service för barn och unga (BMSS)", "residential arrangement with special service for children (BMSS)"),
        (
            "Ett boende för barn och unga med funktionsnedsättning som behöver bo någon annanstans än hos sina föräldrar.",
            "A home for children and young people with a disability who need to live elsewhere than with their parents.",
        ),
    )
    .forms(
        &["bostäder med särskild service", "bostad med särskild service", "BMSS"],
        &["residential arrangements with special service", "residential arrangement with special service", "BMSS"],
    )
    .laws(&[law(Act::SupportAndService, ("9 § 8", "Section 9(8)"))]),
    Term::new(
        "familjehem",
        ("familjehem", "foster home"),
        (
            "En familj som på socialnämndens uppdrag tar emot ett barn som inte är familjens eget.",
            "A family that takes in a child not its own, on behalf of the social welfare board.",
        ),
    )
    .forms(&["familjehem", "familjehemmen", "familjehemsplacerade"], &["foster homes", "foster home"])
    .laws(&[HOMES]),
    Term::new(
        "placerande-kommun",
        ("placerande kommun (placeringskommun)", "placing municipality"),
        (
            "Kommunen som har beslutat om barnets vård och ansvarar för den. Den är ofta en annan än kommunen där hemmet ligger.",
            "The municipality that decided on the child’s care and is responsible for it. It is often another than the one where the home lies.",
        ),
    )
    .forms(&["placerande kommun", "placeringskommunen", "placeringskommun"], &["placing municipality", "placing municipalities"])
    .laws(&[sol(("5 kap. 1 §", "Chapter 5, Section 1"))]),
    Term::new(
        "regi",
        ("regi: privat, kommunal, statlig", "ownership: private, municipal, state"),
        (
            "Vem som driver hemmet. Bara särskilda ungdomshem är statliga, så staten jämförs aldrig med andra utan att typen av hem räknas med.",
            "Who runs the home. Only special residential homes are the state’s, so the state is never compared with others without regard to the type of home.",
        ),
    )
    .forms(
        &["privata, kommunala och statliga hem", "privat regi", "kommunal regi", "statlig regi", "regi"],
        &["private, municipal and state homes", "run privately", "ownership"],
    ),
    Term::new(
        "forestandare",
        ("föreståndare", "manager"),
        ("Den som leder arbetet i ett hem och svarar för det.", "The person who leads the work of a home and answers for it."),
    )
    .forms(&["föreståndare", "föreståndaren", "föreståndarens"], &["managers", "manager"]),
    Term::new(
        "ensamkommande",
        ("ensamkommande barn", "unaccompanied children"),
        (
            "Barn som har kommit till Sverige utan sina föräldrar. De var många åren 2015–2018, vilket märks i siffrorna från de åren.",
            "Children who came to Sweden without their parents. There were many in 2015–2018, which shows in the figures of those years.",
        ),
    )
    .forms(&["ensamkommande barn", "ensamkommande"], &["unaccompanied children"]),
    Term::new(
        "barnets-basta",
        ("barnets bästa", "best interests of the child"),
        (
            "Det som är bäst för barnet. Det ska komma i första hand vid alla åtgärder som rör barn.",
            "What is best for the child. It shall be a primary consideration in all actions concerning children.",
        ),
    )
    .forms(&["barnets bästa"], &["best interests of the child"])
    .laws(&[law(Act::Convention, ("artikel 3", "Article 3"))]),
    Term::new(
        "delaktighet",
        ("delaktighet", "participation"),
        (
            "Att barnet får veta vad som händer, får säga vad det tycker och blir lyssnat på.",
            "That the child is told what happens, may say what it thinks and is listened to.",
        ),
    )
    .forms(&["delaktighet"], &["participation"])
    .laws(&[law(Act::Convention, ("artikel 12", "Article 12"))]),
    Term::new(
        "sakerhet",
        ("säkerhet", "safety"),
        ("Att ingen gör barnet illa där det bor.", "That nobody hurts the child where it lives."),
    )
    .forms(&["säkerhet"], &["safety"]),
    Term::new(
        "trygghet",
        ("trygghet", "feeling safe"),
        ("Att barnet självt känner sig tryggt. Det kan det göra eller inte, hur säkert hemmet än är.", "That the child itself feels safe, which it may or may not do however safe the home is."),
    )
    .forms(&["trygghet"], &["feeling safe"]),
    Term::new(
        "stod",
        ("stöd", "support"),
        ("Att barnet får den hjälp det behöver, när det behöver den.", "That the child gets the help it needs, when it needs it."),
    )
    .forms(&["stöd"], &["support"]),
    Term::new(
        "krankning",
        ("kränkning", "violation (degrading treatment)"),
        (
            "Något som någon säger eller gör och som angriper en annans värdighet, utan att vara fysiskt våld.",
            "Something said or done that attacks another’s dignity without being physical violence.",
        ),
    )
    .forms(&["kränkning", "kränkningar", "kränkningarna"], &["violations", "violation"])
    .laws(&[law(Act::Convention, ("artikel 19", "Article 19"))]),
    Term::new(
        "hedersrelaterat-vald",
        ("hedersrelaterat våld och förtryck", "honour-related violence and oppression"),
        (
            "Våld, hot eller kontroll som släkt eller grupp utövar för att skydda eller återställa det de ser som sin heder.",
            "Violence, threats or control by a family or group to guard or restore what it sees as its honour.",
        ),
    )
    .forms(
        &["hedersrelaterat våld och förtryck", "hedersrelaterat våld"],
        &["honour-related violence and oppression", "honour-related violence"],
    ),
    Term::new(
        "fasthallning",
        ("fasthållning, nedläggning", "restraint"),
        (
            "Att personal håller fast eller lägger ned ett barn. Här räknas de fall som tillsynen bedömde stred mot lagen.",
            "Staff holding a child fast or to the floor. Counted here are those that supervision judged to be unlawful.",
        ),
    )
    .forms(&["fasthållning eller nedläggning", "fasthållning", "nedläggning"], &["unlawful restraint", "restraint"]),
    Term::new(
        "avskiljning",
        ("avskiljning", "seclusion"),
        (
            "Att ett barn på ett särskilt ungdomshem hindras från att träffa andra. Det är tillåtet inom gränser, och räknas därför inte till våldet.",
            "That a child in a special residential home is kept from meeting others. It is lawful within limits, and so is not counted as violence.",
        ),
    )
    .forms(&["avskiljning", "avskiljningar"], &["seclusion", "seclusions"])
    .laws(&[law(Act::CareOfYoungPersons, ("15 c §", "Section 15 c"))]),
];
