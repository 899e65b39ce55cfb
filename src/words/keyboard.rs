//! The texts of the help with the keyboard; what the keys do in each view stands with the view's own texts.

phrases! {
    title: "Tangentbord", "Keyboard";
    everywhere: "Överallt", "Everywhere";
    everywhere_keys: "Tabb går mellan länkar, knappar och bilder, Retur trycker. Den första länken på varje sida hoppar över menyn.", "Tab moves between links, buttons and pictures, Enter presses. The first link of each page skips the menu.";
    search: "Sökruta", "Search box";
    search_keys: "Upp- och nedpil går mellan förslagen, Retur väljer, Esc stänger dem.", "The up and down arrows move between the suggestions, Enter picks, Esc closes them.";
    map: "Karta", "Map";
    chart: "Diagram", "Chart";
    funnel: "Trattdiagram", "Funnel plot";
    difference: "Skillnad", "Difference";
    time: "Över tid", "Over time";
    flow: "Flöde", "Flow";
    table: "Tabell", "Table";
    table_keys: "Tabb går till rubrikerna, Retur sorterar efter den man står på. Nästa Tabb går in i tabellen: där går piltangenterna från ruta till ruta, Home och End till radens ändar, Page Up och Page Down tio rader, Ctrl med Home eller End till tabellens ändar. Retur på en rads namn väljer den. Anmärkningar och källa för rutan står under tabellen.", "Tab goes to the headings, Enter sorts by the one at hand. The next Tab goes into the table: there the arrow keys move from cell to cell, Home and End to the ends of the row, Page Up and Page Down ten rows, Ctrl with Home or End to the ends of the table. Enter on a row’s name picks it. Remarks on the cell and its source stand below the table.";
}
