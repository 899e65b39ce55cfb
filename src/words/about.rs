//! The texts of the page about the data: sources, method, accessibility, privacy.

phrases! {
    title: "Om data", "About the data";
    lead: "Varifrån siffrorna kommer, hur de räknas, vad de inte kan säga – och hur sidan är byggd.", "Where the figures come from, how they are worked out, what they cannot say – and how the page is built.";
    sources_title: "Källor och licenser", "Sources and licences";
    sources_text: "De publicerade siffrorna är hämtade ur rapporter och statistik från myndigheter, och i några fall ur texter som återger dem; då står det. Tabellen med varje siffra, dess källa, år och hur den lästes finns att hämta.", "The published figures are taken from reports and statistics of public authorities, and in some cases from texts that cite them; if so, it says so. The table of every figure, its source, year and how it was read can be downloaded.";
    sources_download: "Hämta källtabellen (CSV)", "Download the table of sources (CSV)";
    datasets_caption: "Uppgifter som finns på sidan", "Data on this page";
    dataset: "Uppgifter", "Data";
    kind: "Slag", "Kind";
    size: "Storlek", "Size";
    published: "publicerade", "published";
    synthetic: "syntetiska", "synthetic";
    map_credit_title: "Karta", "Map";
    divisions_note: "Indelningen i IVO:s sex avdelningar är den från 2015.", "The grouping into IVO’s six divisions is that of 2015.";
    method_title: "Så räknar sidan", "How the page works things out";
    method_share: "En andel räknas alltid ur de två antalen bakom den, aldrig som medelvärde av andra andelar. Är något av antalen dolt visas ingen andel.", "A share is always worked out from the two numbers behind it, never as an average of other shares. If one of the numbers is hidden, no share is shown.";
    method_interval: "Osäkerheten är ett 95-procentigt intervall enligt Wilson (1927). Den säger hur mycket slumpen kan göra med så få fall, inte hur bra tillsynen har mätt.", "The uncertainty is a 95 per cent interval by Wilson (1927). It says how much chance can do with so few cases, not how well supervision has measured.";
    method_total: "Publicerar källan en totalsumma används den. Annars läggs delar ihop bara där utgivaren har sagt att det går, och aldrig förbi en dold del.", "Where the source publishes a total, that is used. Otherwise parts are added only where the publisher has said so, and never past a hidden part.";
    method_absence: "Att en siffra saknas är inte noll. Sidan skiljer på dold av sekretess, saknas, ej tillämpligt, för osäker, inte publicerad än och publiceras inte.", "A missing figure is not zero. The page tells apart hidden, missing, not applicable, too uncertain, not yet published and not published.";
    method_sample: "Tillsyn riktas dit riskerna bedöms vara störst. Andelarna gäller det som granskats, inte alla hem eller alla kommuner.", "Supervision is aimed where risks are judged to be greatest. The shares hold for what was examined, not for all homes or all municipalities.";
    gate_title: "Så skyddas barnen", "How the children are protected";
    gate_text: "Innan något visas granskas varje fil i din webbläsare. En fil där ett litet antal skyddade personer går att läsa ut, eller där det står ett personnummer, en e-postadress eller ett telefonnummer, släpps inte in. Gränsen är inbyggd i programmet och kan inte sänkas av en fil eller en adress.", "Before anything is shown, each file is checked in your browser. A file in which a small number of protected persons can be read, or that holds a personal identity number, an e-mail address or a phone number, is not let in. The limit is built into the program and cannot be lowered by a file or an address.";
    accessibility_title: "Tillgänglighet", "Accessibility";
    accessibility_text: "Sidan är byggd för att uppfylla WCAG 2.2 nivå AA. Allt går att nå med tangentbord, varje karta och diagram har en tabell med samma uppgifter, och inget sägs enbart med färg.", "The page is built to meet WCAG 2.2 level AA. Everything can be reached by keyboard, each map and chart has a table that says the same, and nothing is said by colour alone.";
    accessibility_tested: "Prövad i november 2026 med automatiska kontroller (axe) av varje sida på båda språken, i ljust och mörkt läge och på smal och bred skärm, och med tangentbord i Chromium. Den har ännu inte prövats av personer som använder skärmläsare till vardags.", "Tested in November 2026 by automatic checks (axe) of each page in both languages, in light and dark, on narrow and wide screens, and by keyboard in Chromium. It has not yet been tested by people who use screen readers every day.";
    accessibility_known: "Kända brister: många kommuner är mindre än 24 bildpunkter på kartan. De går att nå i sökrutan, i tabellen, med piltangenterna och genom att zooma.", "Known shortcomings: many municipalities are smaller than 24 pixels on the map. They can be reached in the search box, in the table, with the arrow keys and by zooming.";
    privacy_title: "Integritet", "Privacy";
    privacy_text: "Sidan använder inga kakor och mäter inte dig. Den sparar inget i din webbläsare, om du inte själv ber den komma ihåg dina platser; de tas bort när du ångrar dig. Den hämtar filer bara från den plats den själv ligger på.", "The page uses no cookies and does not measure you. It stores nothing in your browser, unless you ask it yourself to remember your places; they are removed when you change your mind. It fetches files only from where it is itself placed.";
    code_title: "Öppen kod", "Open code";
    code_text: "Insyn är skrivet i Rust och ritar diagram med Apache ECharts. Koden har licensen EUPL-1.2, våra data CC0.", "Insyn is written in Rust and draws charts with Apache ECharts. The code is licensed under EUPL-1.2, our data CC0.";
}
