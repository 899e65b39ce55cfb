//! The texts of the start page.

phrases! {
    title: "Hur har barn och unga det i samhällets vård?", "How are children doing in public care?";
    lead: "Insyn visar vad tillsynen har sett: våld och kränkningar, brist på kompetens, brister i handläggningen – och när siffrorna är för små för att säga något.", "Insyn shows what supervision has seen: violence and abuse, lack of competence, deficiencies in the handling of cases – and when the figures are too small to say anything.";
    find_label: "Hitta min kommun", "Find my municipality";
    find_hint: "Skriv namn eller kod", "Type a name or code";
    find_anywhere: "Hitta kommun, län eller avdelning", "Find a municipality, county or division";
    find_on_map: "Hitta på kartan", "Find on the map";
    find_go: "Visa", "Show";
    find_none: "Ingen plats heter så.", "No place has that name.";
    findings_title: "Det här har tillsynen visat", "What supervision has shown";
    findings_lead: "Publicerade siffror för hela landet. De bygger på olika urval och år och kan inte jämföras med varandra.", "Published figures for the whole country. They rest on different samples and years and cannot be compared with one another.";
    source: "Källa", "Source";
    open_in_explore: "Se siffrorna", "See the figures";
    map_title: "290 kommuner, 21 län", "290 municipalities, 21 counties";
    map_text: "Välj din kommun på kartan eller i sökrutan. Kartan här visar bara gränser.", "Choose your municipality on the map or in the search box. The map here shows borders only.";
    datasets_title: "Det här finns i Insyn", "What is in Insyn";
    datasets_published: "Publicerade siffror", "Published figures";
    datasets_synthetic: "Syntetiska data", "Synthetic data";
    datasets_published_text: "Varje siffra är hämtad ur en namngiven källa. De flesta gäller hela riket: för enskilda kommuner är nästan inget publicerat.", "Every figure is taken from a named source. Most of them are for the whole country: almost nothing is published for single municipalities.";
    datasets_synthetic_text: "Påhittade siffror som visar vad sidan kan göra den dag kommunvisa uppgifter publiceras. De blandas aldrig med verkliga.", "Made-up figures that show what the page can do the day figures for municipalities are published. They are never mixed with real ones.";
}
