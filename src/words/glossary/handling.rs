//! The steps of a child's case, and what goes wrong in them.

use super::{Act, Law, Term, law, sol};

const ASSESSMENTS: Law = sol(("11 kap. 1 a §", "Chapter 11, Section 1 a"));
const PLANS: Law = sol(("11 kap. 3 §", "Chapter 11, Section 3"));

pub(super) const TERMS: &[Term] = &[
    Term::new(
        "socialnamnd",
        ("socialnämnd", "social welfare board"),
        (
            "De förtroendevalda i kommunen som ansvarar för socialtjänsten, och som beslutar i barnens ärenden.",
            "The elected representatives of the municipality who are responsible for social services and decide in children’s cases.",
        ),
    )
    .forms(&["socialnämnden", "socialnämnd", "nämnden"], &["social welfare board", "the board"]),
    Term::new(
        "orosanmalan",
        ("orosanmälan", "report of concern"),
        (
            "En anmälan till socialnämnden om att ett barn kan fara illa. Flera anmälningar kan gälla samma barn.",
            "A report to the social welfare board that a child may be at risk. Several reports may concern the same child.",
        ),
    )
    .forms(&["orosanmälan", "orosanmälningar", "orosanmälningarna"], &["reports of concern", "report of concern"])
    .laws(&[sol(("14 kap. 1 §", "Chapter 14, Section 1"))]),
    Term::new(
        "skyddsbedomning",
        ("skyddsbedömning", "immediate protection assessment"),
        (
            "Bedömningen, genast när en anmälan har kommit, av om barnet behöver skydd med en gång.",
            "The assessment, as soon as a report has come, of whether the child needs protection at once.",
        ),
    )
    .forms(
        &["skyddsbedömning", "skyddsbedömningen", "skyddsbedömningar"],
        &["immediate protection assessment", "assessment of need for protection"],
    )
    .laws(&[ASSESSMENTS]),
    Term::new(
        "forhandsbedomning",
        ("förhandsbedömning", "preliminary assessment"),
        (
            "Bedömningen, inom 14 dagar, av om anmälan ska leda till en utredning.",
            "The assessment, within 14 days, of whether the report shall lead to an investigation.",
        ),
    )
    .forms(&["förhandsbedömning", "förhandsbedömningen", "förhandsbedömningar"], &["preliminary assessments", "preliminary assessment"])
    .laws(&[ASSESSMENTS]),
    Term::new(
        "utredning",
        ("utredning", "investigation"),
        (
            "Nämndens arbete med att ta reda på hur barnet har det och vad det behöver. Den ska vara klar inom fyra månader.",
            "The board’s work to find out how the child is and what it needs. It shall be done within four months.",
        ),
    )
    .forms(&["utredning", "utredningen", "utredningar", "utredningarna"], &["investigations", "investigation"])
    .laws(&[sol(("11 kap. 1 §", "Chapter 11, Section 1")), sol(("11 kap. 2 §", "Chapter 11, Section 2"))]),
    Term::new(
        "dokumentation",
        ("dokumentation", "documentation"),
        (
            "Det som skrivs ned om ärendet, så att det går att följa vad som har gjorts och varför.",
            "What is written down about the case, so that it can be followed what was done and why.",
        ),
    )
    .forms(&["dokumentation", "dokumentationen"], &["documentation"])
    .laws(&[law(Act::DocumentationRegulations, ("", ""))]),
    Term::new(
        "beslut",
        ("beslut", "decision"),
        (
            "Det som en nämnd eller en myndighet har bestämt. I ett barns ärende är det steget efter dokumentationen; i tillsynen säger det vad granskningen visade.",
            "What a board or an authority has decided. In a child’s case it is the step after documentation; in supervision it says what the examination found.",
        ),
    )
    .forms(&["tillsynsbeslut", "besluten", "beslutet", "beslut"], &["supervision decision", "decisions", "decision"]),
    Term::new(
        "uppfoljning",
        ("uppföljning", "follow-up"),
        (
            "Att se efter hur det gick. Nämnden följer barnets vård, bland annat med besök och enskilda samtal; IVO följer upp sina egna beslut.",
            "To see how things went. The board follows the child’s care, among other things by visits and by talking with the child alone; IVO follows up its own decisions.",
        ),
    )
    .forms(&["uppföljning", "uppföljningen"], &["follow-up"])
    .laws(&[sol(("6 kap. 7 b §", "Chapter 6, Section 7 b"))]),
    Term::new(
        "egenkontroll",
        ("egenkontroll", "self-monitoring"),
        (
            "Att verksamheten själv regelbundet prövar om den gör det den ska.",
            "That an organisation regularly checks for itself whether it does what it should.",
        ),
    )
    .forms(&["egenkontroll", "egenkontrollen"], &["self-monitoring"])
    .laws(&[law(Act::QualityRegulations, ("", ""))]),
    Term::new(
        "overvagande",
        ("övervägande", "six-monthly consideration"),
        (
            "Nämndens prövning, var sjätte månad, av om vård som sker med samtycke fortfarande behövs.",
            "The board’s consideration, every six months, of whether care given by consent is still needed.",
        ),
    )
    .forms(&["övervägande", "överväganden", "övervägd"], &["consideration", "considered"])
    .laws(&[sol(("6 kap. 8 §", "Chapter 6, Section 8"))]),
    Term::new(
        "omprovning",
        ("omprövning", "reconsideration"),
        (
            "Nämndens prövning, var sjätte månad, av om tvångsvård enligt LVU fortfarande behövs.",
            "The board’s consideration, every six months, of whether compulsory care under LVU is still needed.",
        ),
    )
    .forms(&["omprövning", "omprövningar", "omprövad"], &["reconsideration", "reconsidered"])
    .laws(&[law(Act::CareOfYoungPersons, ("13 §", "Section 13"))]),
    Term::new(
        "genomforandeplan",
        ("genomförandeplan", "implementation plan"),
        (
            "Planen för hur vården ska gå till i vardagen: vem som gör vad, och när.",
            "The plan for how care is to be given day by day: who does what, and when.",
        ),
    )
    .forms(&["genomförandeplan", "genomförandeplanen", "genomförandeplaner"], &["implementation plans", "implementation plan"])
    .laws(&[PLANS]),
    Term::new(
        "vardplan",
        ("vårdplan", "care plan"),
        (
            "Planen för vilken vård barnet ska få och varför. Genomförandeplanen säger sedan hur.",
            "The plan for what care the child shall have and why. The implementation plan then says how.",
        ),
    )
    .forms(&["vårdplan", "vårdplanen", "vårdplaner"], &["care plans", "care plan"])
    .laws(&[PLANS]),
    Term::new(
        "brist",
        ("brist", "deficiency"),
        (
            "Något som tillsynen har funnit inte är som lagar och föreskrifter kräver. Ett ärende eller ett hem kan ha flera.",
            "Something that supervision found is not as laws and regulations require. A case or a home may have several.",
        ),
    )
    .forms(&["brist", "bristen", "brister", "bristerna"], &["deficiencies", "deficiency"]),
    Term::new(
        "okunskap",
        ("okunskap eller oförmåga", "lack of knowledge or ability"),
        (
            "Två slags orsaker till brister: att inte veta vad som ska göras, och att veta det men inte kunna göra det.",
            "Two kinds of cause of deficiencies: not knowing what should be done, and knowing it but not being able to.",
        ),
    )
    .forms(&["okunskap eller oförmåga", "okunskap", "oförmåga"], &["lack of knowledge or ability", "lack of knowledge"]),
    Term::new(
        "lex-sarah",
        ("lex Sarah", "lex Sarah"),
        (
            "Skyldigheten för personal att rapportera missförhållanden, och för den som driver verksamheten att anmäla de allvarliga till IVO. Många anmälningar kan vara tecken på att man rapporterar som man ska.",
            "The duty of staff to report misconduct, and of those who run the service to report what is serious to IVO. Many reports may be a sign that people report as they should.",
        ),
    )
    .forms(&["lex Sarah"], &["lex Sarah"])
    .laws(&[sol(("14 kap. 3 §", "Chapter 14, Section 3")), sol(("14 kap. 7 §", "Chapter 14, Section 7"))]),
];
