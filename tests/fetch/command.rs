//! `insyn fetch` as it is run: what it says, what it writes, its exit code.

use std::process::{Command, Output};

use serde_json::Value;

use crate::{
    pxweb_server::Pxweb,
    server::{Reply, Server, folder},
};

fn run(arguments: &[&str], proxy: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_insyn"));
    for name in
        ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"]
    {
        command.env_remove(name);
    }
    if let Some(proxy) = proxy {
        command.env("HTTP_PROXY", proxy);
    }
    command.arg("fetch").args(arguments).output().expect("the program was built with this test")
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_table_goes_to_a_file_that_inspect_can_read() {
    let pxweb = Pxweb::new(20);
    let server = Server::new(move |asked, _| pxweb.answer(asked));
    let out = folder("command").join("tabell.json");
    let out = out.to_str().expect("it is text");
    let base = format!("{}/api/v2", server.address);
    let output = run(&["pxweb", "TAB1", "--base", &base, "--select", "Tid=2023", "--out", out], None);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(output.stdout.is_empty());
    assert!(told(&output).contains("celler: 20, frågor: 1\n1 av 1\n"), "{}", told(&output));
    assert!(told(&output).contains(&format!("insyn inspect {out}")), "{}", told(&output));
    let inspected = Command::new(env!("CARGO_BIN_EXE_insyn")).args(["inspect", out]).output().expect("it was built");
    let said = String::from_utf8_lossy(&inspected.stdout).into_owned();
    assert!(said.starts_with("Placerade barn efter region och kön\n"), "{said}");
    assert!(said.contains("Region: region [area, 5]"), "{said}");
}

#[test]
fn without_a_file_it_goes_to_standard_output_and_nothing_else_does() {
    let pxweb = Pxweb::new(1000);
    let server = Server::new(move |asked, _| pxweb.answer(asked));
    let table = format!("{}/api/v2/tables/TAB1", server.address);
    let output = run(&["pxweb", &table, "--lang", "en"], None);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let document: Value = serde_json::from_slice(&output.stdout).expect("it is JSON and nothing else");
    assert_eq!(document["value"].as_array().map(Vec::len), Some(60));
    assert!(server.asked_with("lang=en").len() == 2, "the source's texts are asked for in the same language");
}

#[test]
fn what_went_wrong_is_told_in_both_languages_with_what_to_do() {
    let server = Server::new(|_, _| Reply::status(404, ""));
    let table = format!("{}/api/v2/tables/TAB9", server.address);
    for (language, sentence) in
        [("sv", "finns inte. Kontrollera tabellens id"), ("en", "is not there. Check the table’s id")]
    {
        let output = run(&["pxweb", &table, "--lang", language], None);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        assert!(told(&output).contains(sentence), "{}", told(&output));
    }
}

#[test]
fn a_proxy_that_the_environment_names_is_used() {
    let proxy = Server::new(|_, _| Reply::status(403, "proxy"));
    let output = run(&["kolada", "N33813", "--base", "http://kolada.invalid/v3"], Some(&proxy.address));
    assert_eq!(output.status.code(), Some(1));
    let asked = proxy.asked();
    assert!(asked.iter().any(|asked| asked.target.contains("kolada.invalid")), "{asked:?}\n{}", told(&output));
}
