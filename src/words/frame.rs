//! The texts around every page: navigation, language, footer.

phrases! {
    name: "Insyn", "Insyn";
    tagline: "Vad tillsynen av barn och unga i samhällets vård har sett", "What supervision of children in public care has seen";
    skip_to_content: "Hoppa till innehållet", "Skip to content";
    main_navigation: "Huvudmeny", "Main menu";
    start: "Start", "Start";
    explore: "Utforska", "Explore";
    open: "Öppna fil", "Open a file";
    about: "Om data", "About";
    method: "Metod", "Method";
    glossary: "Ordlista", "Glossary";
    area: "Områden", "Places";
    my_place: "Min kommun", "My area";
    compare: "Jämför", "Compare";
    method_link: "Metoderna, med formler och räkneexempel", "The methods, with formulas and worked examples";
    glossary_link: "Ordlista: vad orden betyder", "Glossary: what the words mean";
    other_language: "English", "Svenska";
    child_helpline: "Behöver du som är barn någon att prata med? Bris svarar på 116 111, dygnet runt.", "Are you a child who needs someone to talk to? Bris answers on 116 111, day and night, in Sweden.";
    footer_privacy: "Inga kakor, inga anrop till andra. Allt räknas i din webbläsare.", "No cookies, no calls to others. Everything is worked out in your browser.";
    footer_licence: "Koden är öppen (EUPL-1.2). Våra data är fria (CC0).", "The code is open (EUPL-1.2). Our data are free (CC0).";
    loading: "Hämtar uppgifterna …", "Fetching the data …";
    loading_map: "Hämtar kartan …", "Fetching the map …";
    loading_chart: "Hämtar diagrammet …", "Fetching the chart …";
    not_found_title: "Sidan finns inte", "There is no such page";
    not_found_text: "Adressen leder ingenstans. Den kan vara felskriven eller ha ändrats.", "The address leads nowhere. It may be misspelt or have changed.";
    to_start: "Till startsidan", "To the start page";
    to_explore: "Till Utforska", "To Explore";
    try_again: "Försök igen", "Try again";
    synthetic: "Syntetiska data – exempel", "Synthetic data – example";
    synthetic_explained: "Siffrorna är påhittade för att visa hur sidan fungerar. De säger ingenting om någon verklig kommun eller något verkligt hem.", "The figures are made up to show how the page works. They say nothing about any real municipality or any real home.";
}
