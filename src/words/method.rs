//! The texts of the page about the methods: what each answers in plain words, and where it is used here.

phrases! {
    title: "Metod", "Method";
    lead: "Hur antal blir andelar, intervall och omdömen: varje metod i ord, dess formel, var den kommer ifrån och ett räkneexempel.", "How counts become shares, intervals and verdicts: each method in words, its formula, where it comes from and a worked example.";
    invented: "Räkneexemplen har påhittade, runda tal. Svaren är inte inskrivna: de räknas ut när sidan visas, av samma kod som räknar på resten av sidan.", "The worked examples have invented, round numbers. Their answers are not typed in: they are worked out when the page is shown, by the same code that works out the rest of it.";
    contents: "Innehåll", "Contents";
    where_used: "Var den används", "Where it is used";
    formula: "Formel", "Formula";
    in_words: "I ord", "In words";
    source: "Källa", "Source";
    example: "Räkneexempel med påhittade tal", "Worked example, invented numbers";
    own_rule: "Sidans egen regel.", "The page’s own rule.";
    no_view_yet: "Ingen vy visar den ännu. Metoden finns i räknekoden och är prövad där.", "No view shows it yet. The method is in the code and tested there.";

    verdict_title: "Från siffra till omdöme", "From figure to verdict";
    verdict_answers: "Skiljer sig en siffra från det som den jämförs med mer än slumpen brukar ge? Svaret är alltid ett av sex omdömen.", "Does a figure differ from what it is compared with by more than chance usually gives? The answer is always one of six verdicts.";
    verdict_used: "Överallt där något jämförs. Först prövas om siffrorna alls får ställas mot varandra. Sedan tas området ut ur den helhet som det jämförs med, och skillnaden prövas exakt. Varierar alla områden mer än slumpen ger vidgas gränserna. Sist tas hänsyn till hur många som jämförs på en gång. Karta, tabell, diagram och text hämtar sitt svar på samma ställe och kan därför inte säga emot varandra.", "Wherever something is compared. First it is asked whether the figures may be set against each other at all. Then the area is taken out of the whole it is compared with, and the difference is tested exactly. Where all areas vary more than chance gives, the limits are widened. Last, it is allowed for how many are compared at once. Map, table, chart and text take their answer from the same place and so cannot contradict each other.";
    verdict_higher: "Siffran är högre, och slumpen ger sällan en så stor skillnad.", "The figure is higher, and chance seldom gives so large a difference.";
    verdict_lower: "Siffran är lägre, och slumpen ger sällan en så stor skillnad.", "The figure is lower, and chance seldom gives so large a difference.";
    verdict_not_apart: "Slumpen ensam kan ha gjort skillnaden. Det betyder inte att siffrorna är lika.", "Chance alone may have made the difference. It does not mean that the figures are equal.";
    verdict_too_few: "Så få att en skillnad inte hade kunnat visas, vilken siffran än var.", "So few that no difference could have been shown, whatever the figure was.";
    verdict_not_comparable: "Siffrorna får inte ställas mot varandra. Utgivaren säger nej eller ingenting, samma fall kan finnas i flera grupper, grupperna skiljer sig i något annat som spelar in, eller så saknas antalen.", "The figures may not be set against each other. The publisher says no or nothing, one case may be in several groups, the groups differ in something else that matters, or the counts are missing.";
    verdict_no_figure: "Siffran är dold, saknas eller är för osäker.", "The figure is hidden, missing or too uncertain.";

    exact_title: "Exakta prov", "Exact tests";
    exact_answers: "Hur ofta skulle slumpen ensam ge en så stor skillnad som den som sågs, eller en större? Det svaret kallas p. Proven går igenom alla möjliga utfall i stället för att lita på en normalfördelning, och håller därför också för små antal.", "How often would chance alone give a difference as large as the one seen, or larger? That answer is called p. The tests go through all possible outcomes instead of trusting a normal distribution, and so hold for small counts too.";
    exact_used: "I varje omdöme: Fishers prov för andelar, det betingade provet för händelser per exponering (år, platser, invånare). Området prövas mot resten av helheten, där området självt är borttaget.", "In every verdict: Fisher’s test for shares, the conditional test for events per exposure (years, places, residents). The area is tested against the rest of the whole, itself taken out.";

    many_title: "Många jämförelser på en gång", "Many comparisons at once";
    many_answers: "Hur många av de skillnader som visas är slumpens verk? Bland många områden som egentligen är lika hamnar ändå några långt ut. Metoden höjer varje p så mycket att högst en av tjugo skillnader i listan kan väntas vara slump.", "How many of the differences shown are due to chance? Among many areas that are in truth alike, some still end up far out. The method raises each p so much that at most one in twenty of the differences in the list can be expected to be chance.";
    many_used: "När alla områden på en nivå bedöms tillsammans. Sidan säger också hur många som ligger utanför sin egen gräns och hur många slumpen ensam ger.", "When all areas of a level are judged together. The page also says how many lie outside their own limit and how many chance alone gives.";

    too_few_title: "För få för att bedöma", "Too few to be judged";
    too_few_answers: "Går området alls att bedöma? Är det så litet att varken noll eller alla skulle skilja sig från jämförelsen, kan ingen skillnad visas. Då säger sidan det, i stället för att låta som om allt vore som vanligt.", "Can the area be judged at all? Where it is so small that neither none nor all would differ from the comparison, no difference can be shown. The page then says so, instead of sounding as if all were as usual.";
    too_few_used: "I omdömen om andelar. Hur många som hade behövts står bredvid.", "In verdicts on shares. How many it would have taken stands beside it.";

    wilson_title: "Intervall för en andel", "Interval of a share";
    wilson_answers: "Hur mycket kan slumpen ha flyttat en andel? Intervallet är de andelar som stämmer med det som räknats. Ju färre bakom siffran, desto bredare är det. Det säger hur mycket slumpen kan göra, inte hur väl något är mätt.", "How far may chance have moved a share? The interval holds the shares that fit with what was counted. The fewer behind the figure, the wider it is. It says how much chance can do, not how well something was measured.";
    wilson_used: "Vid varje andel vars båda antal är kända: i rutan, i diagrammet och i tabellen.", "Beside every share whose two counts are known: in the card, in the chart and in the table.";

    counts_title: "Intervall för ett antal händelser", "Interval of a number of events";
    counts_answers: "Hur mycket kan slumpen ha flyttat ett antal händelser, eller antalet per år eller per plats? Garwoods gränser är exakta; Byars är en snabb närmning.", "How far may chance have moved a number of events, or their number per year or per place? Garwood’s limits are exact; Byar’s are a quick approximation.";
    counts_used: "Vid varje tal per exponering vars båda antal är kända, i skillnaden mellan två sådana tal och i standardiserade tal. Samma enhet kan ha räknats flera gånger; då är intervallet för smalt.", "Beside every rate whose two counts are known, in the difference of two such rates and in standardised rates. One unit may have been counted several times; the interval is too narrow then.";

    difference_title: "Skillnaden mellan två grupper", "The difference of two groups";
    difference_answers: "Hur stor är skillnaden, och hur stor eller liten kan den vara? Räcker intervallet över noll kan slumpen ha gjort hela skillnaden.", "How large is the difference, and how large or small may it be? If the interval reaches across nought, chance may have made all of it.";
    difference_used: "När två grupper ställs mot varandra. Räknas ur gruppernas egna intervall: Wilsons för andelar, Garwoods för händelser per exponering.", "When two groups are set against each other. Worked out of the groups’ own intervals: Wilson’s for shares, Garwood’s for events per exposure.";

    ratio_title: "Hur många gånger så vanligt", "How many times as common";
    ratio_answers: "Hur många gånger så stor är den ena gruppens siffra som den andras? Ett betyder lika.", "How many times as large is one group’s figure as the other’s? One means equal.";
    ratio_used: "Bredvid skillnaden mellan två grupper. Är händelserna färre än fem i någon grupp räknas kvoten exakt.", "Beside the difference of two groups. Where either group has fewer than five events, the ratio is worked out exactly.";

    funnel_title: "Trattgränser", "Funnel limits";
    funnel_answers: "Hur långt från jämförelsen kan ett område ligga när bara slumpen skiljer dem åt? Gränserna är vida för små områden och smala för stora. Ritade mot storleken ser de ut som en tratt.", "How far from the comparison can an area lie when only chance sets them apart? The limits are wide for small areas and narrow for large ones. Drawn against size they look like a funnel.";
    funnel_used: "I trattdiagrammet, med en inre gräns på 95\u{a0}% och en yttre på 99,8\u{a0}%.", "In the funnel plot, with an inner limit of 95% and an outer one of 99.8%.";

    dispersion_title: "När alla varierar mer än slumpen", "When all vary more than chance";
    dispersion_answers: "Skiljer sig områdena i allmänhet mer åt än slumpen ger? Då har de olika förutsättningar som inte syns i siffrorna. Med vanliga gränser skulle nästan alla sticka ut, och det säger inget om någon av dem.", "Do the areas in general differ more than chance gives? Then they have different conditions that the figures do not show. With ordinary limits nearly all would stand out, which says nothing about any one of them.";
    dispersion_used: "I omdömen där många områden med kända antal bedöms tillsammans. Gränserna vidgas då lika för alla, och texten säger det. Det p som är störst, det exakta eller det vidgade, gäller.", "In verdicts where many areas with known counts are judged together. The limits are then widened alike for all, and the text says so. The larger p counts, the exact one or the widened one.";

    smoothing_title: "Utjämnad karta", "Smoothed map";
    smoothing_answers: "Hur skulle kartan se ut om slumpen syntes mindre? Ett område med få bakom sig dras mot alla områdens siffra; ett stort behåller nästan helt sin egen. Den utjämnade siffran är en gissning om området, inte vad som räknats där.", "What would the map look like if chance showed less? An area with few behind it is drawn towards the figure of all; a large one keeps nearly all of its own. The smoothed figure is a guess about the area, not what was counted there.";
    smoothing_used: "När läsaren väljer utjämnat värde som kartans färg: beta-binomial för andelar, Marshall för händelser per exponering. En dold siffra förblir dold.", "When the reader chooses the smoothed value as colour of the map: beta-binomial for shares, Marshall for events per exposure. A hidden figure stays hidden.";

    rank_title: "Rangintervall", "Rank intervals";
    rank_answers: "Vilka platser kan ett område ha i en ordning från högst till lägst? Ofta är det många, för de flesta områden går inte att skilja från varandra.", "Which places may an area hold in an order from highest to lowest? Often many, as most areas cannot be told apart.";
    rank_used: "I tabellens rangintervall. Alla intervall gäller samtidigt, så det går att läsa vilken rad som helst.", "In the table’s rank intervals. All intervals hold at once, so that any row may be read.";

    standard_title: "Standardisering", "Standardisation";
    standard_answers: "Vad hade siffran varit om grupperna hade samma sammansättning? Har den ena fler hem av ett slag med fler brister, blir råa siffror en jämförelse av sammansättningen.", "What would the figure have been if the groups were made up alike? Where one has more homes of a kind with more deficiencies, crude figures compare how they are made up.";
    standard_used: "I vyn Skillnad, där regi ställs mot regi: direkt standardisering väger ihop gruppens egna tal med en gemensam vikt. Indirekt standardisering jämför det som sågs med det som var väntat; ingen vy visar den ännu. Under tio händelser ges inget standardiserat tal.", "In the view Difference, where ownership is set against ownership: direct standardisation weighs a group’s own rates by common weights. Indirect standardisation compares what was seen with what was expected; no view shows it yet. Under ten events no standardised rate is given.";

    similar_title: "Liknande områden", "Similar areas";
    similar_answers: "Vilka områden är mest lika det här, i de mått som utgivaren har valt för jämförelsen? Varje mått räknas i standardavvikelser från medel, så att inget väger mer för att dess tal är större. Antal och tider räknas först om till logaritmer; annars skulle de få största områdena vara det enda som skilde.", "Which areas are most like this one, in the measures that the publisher has chosen for the comparison? Each measure is taken in standard deviations from the mean, so that none weighs more because its numbers are larger. Numbers and times are first taken by their logarithm; else the few largest areas would be all that differed.";
    similar_used: "På sidan om ett område, för uppgifter vars utgivare har angett sådana mått. Läsaren väljer vilka av dem som räknas, och valet står i adressen. Måttet som visas räknas aldrig, och inte heller de fall som det räknar: områden som valts för att de har en lika hög siffra säger inget om siffran. Ett område där ett mått är dolt eller saknas är inte med. Fem områden visas, och de som är precis lika nära som det femte. Blir det fler än tio visas bara de som är närmare. I Utforska är ”lika stora” något annat: områden med ungefär lika många bakom sin siffra.", "On the page of a place, for data whose publisher has named such measures. The reader chooses which of them count, and the choice stands in the address. The measure shown never counts, nor do the cases that it counts: areas chosen for having as high a figure say nothing of that figure. An area where a measure is hidden or missing is left out. Five areas are shown, and those exactly as near as the fifth. Where that makes more than ten, only the nearer ones are. In Explore, “places as large” is something else: areas with about as many behind their figure.";

    trend_title: "Trend över tid", "Trend over time";
    trend_answers: "Stiger eller faller en andel över åren, mer än slumpen ger? Provet ser efter en jämn riktning, inte efter hopp ett enskilt år.", "Does a share rise or fall over the years, by more than chance gives? The test looks for a steady direction, not for a jump in a single year.";

    spread_title: "Spridning mellan områden", "Spread between areas";
    spread_answers: "Hur olika är områdena, när slumpen är borträknad? Avståndet mellan högst och lägst säger mest hur många och hur små områdena är. Därför räknas kvartiler, och hur stor del av skillnaderna som slumpen inte förklarar.", "How different are the areas, chance taken off? The distance from highest to lowest mostly tells how many and how small the areas are. So quartiles are worked out, and the part of the differences that chance does not explain.";

    hidden_title: "Dolda tal som intervall", "Hidden numbers as intervals";
    hidden_answers: "Vad går att säga när en del av summan är dold? Säger utgivaren att bara tal under en gräns döljs, ligger varje dolt tal från noll upp till gränsen. Summan ligger då mellan två tal, och båda visas.", "What can be said when part of a sum is hidden? Where the publisher says that only numbers under a limit are hidden, each hidden number lies between nought and that limit. The sum then lies between two numbers, and both are shown.";
    hidden_used: "I summor, andelar och omdömen. Ett omdöme ges bara när det är detsamma i båda ändarna. Intervallet är aldrig smalare än det som utgivarens regel skyddar.", "In sums, shares and verdicts. A verdict is given only when it is the same at both ends. The interval is never narrower than what the publisher’s rule protects.";

    not_done_title: "Vad sidan inte gör, och varför", "What the page does not do, and why";
    not_done_answers: "Några saker skulle gå att räkna ut men vore fel att säga.", "Some things could be worked out but would be wrong to say.";
    hunting: "Letar inte tills något sticker ut", "It does not search until something stands out";
    hunting_why: "Vilka som bedöms tillsammans är bestämt i förväg: alla på samma nivå. Ett p ur en jämförelse som valts efter att siffrorna setts är inte värt det som står.", "Who is judged together is decided beforehand: all of the same level. A p of a comparison chosen after the figures were seen is not worth what it says.";
    league: "Gör inga topplistor", "It makes no league tables";
    league_why: "Högst och lägst är oftast de minsta områdena, där slumpen är störst. En plats visas bara som intervall.", "Highest and lowest are mostly the smallest areas, where chance is largest. A place is shown only as an interval.";
    register: "Låtsas inte att register saknar osäkerhet", "It does not pretend that registers are certain";
    register_why: "Ett register räknar alla fall. Men fallen är utfall av en process som kunde ha gått annorlunda, och frågan gäller oftast processen. Därför har också en totalräkning ett intervall.", "A register counts all cases. But the cases are outcomes of a process that could have gone otherwise, and the question is mostly about the process. So a full count has an interval too.";
    risk: "Räknar inte upp riskbaserade urval till alla", "It does not stretch risk-based samples to all";
    risk_why: "Tillsynen väljer ofta dem där risken bedöms vara störst. Siffran gäller de granskade. Inget intervall rättar till hur de valdes.", "Supervision often picks those where risk is judged to be greatest. The figure holds for those examined. No interval mends how they were picked.";
    cause: "Säger inget om orsaker", "It says nothing about causes";
    cause_why: "En skillnad kan bero på vilka som placeras, vad som anmäls och hur noga någon har tittat. Omdömet säger bara att slumpen sällan ger den.", "A difference may be due to who is placed, what is reported and how closely somebody looked. The verdict says only that chance seldom gives it.";
}
