//! The faults of a server: those that pass are waited for, the others are told with what to do.

use std::{io::Write, time::Duration};

use flate2::{Compression, write::GzEncoder};
use insyn::{
    model::text::Language,
    publish::fetch::{
        error::FetchError,
        http::{Client, Patience, Request},
    },
};

use crate::server::{Reply, Server, client};

/// What comes of these replies, one after the other, and how often it was asked.
fn asked(replies: Vec<Reply>) -> (Result<Vec<u8>, FetchError>, usize, String) {
    let server = Server::new(move |_, n| replies.get(n - 1).or(replies.last()).expect("there is one").clone());
    let (mut client, told) = client();
    let request = Request { url: format!("{}/page", server.address), body: None };
    let answer = client.bytes(&request);
    (answer, server.asked().len(), told.text())
}

fn good() -> Reply {
    Reply::status(200, "{}")
}

#[test]
fn a_fault_that_passes_is_waited_for() {
    for status in [408, 429, 500, 502, 503, 504] {
        let (answer, n_asked, told) = asked(vec![Reply::status(status, "oj"), Reply::status(status, "oj"), good()]);
        assert_eq!(answer.expect("the third answer is good"), b"{}", "{status}");
        assert_eq!(n_asked, 3, "{status}");
        assert!(told.contains(&format!("code {status}")), "{told}");
    }
    let (answer, n_asked, _) = asked(vec![Reply::Cut, good()]);
    assert_eq!((answer.expect("the second answer is good"), n_asked), (b"{}".to_vec(), 2));
}

#[test]
fn a_server_that_asks_for_a_wait_gets_it() {
    let busy = |seconds: &str| Reply::Page(429, vec![("Retry-After", seconds.to_owned())], Vec::new());
    let server = Server::new(move |_, n| if n == 1 { busy("1") } else { good() });
    let request = Request { url: server.address.clone(), body: None };
    client().0.bytes(&request).expect("the second answer is good");
    let asked = server.asked();
    assert!(asked[1].at - asked[0].at >= Duration::from_secs(1));
    // Longer than anybody waits: it is told instead.
    let (answer, n_asked, _) = self::asked(vec![busy("3600")]);
    assert!(matches!(answer, Err(FetchError::LongWait { seconds: 3600, .. })));
    assert_eq!(n_asked, 1);
}

#[test]
fn patience_comes_to_an_end() {
    let (answer, n_asked, _) = asked(vec![Reply::status(503, "")]);
    assert!(matches!(answer, Err(FetchError::StillFailing { status: 503, attempts: 4, .. })), "{answer:?}");
    assert_eq!(n_asked, 4);
    let (answer, n_asked, _) = asked(vec![Reply::Cut]);
    assert!(matches!(answer, Err(FetchError::Unreachable { .. })), "{answer:?}");
    assert_eq!(n_asked, 4);
}

#[test]
fn a_no_is_a_no() {
    let (answer, n_asked, _) = asked(vec![Reply::status(404, "")]);
    assert!(matches!(answer, Err(FetchError::NotFound(url)) if url.ends_with("/page")));
    assert_eq!(n_asked, 1);
    let problem = r#"{"type":"Parameter error","title":"Non-existent value","status":400}"#;
    let (answer, n_asked, _) = asked(vec![Reply::status(400, problem)]);
    assert!(matches!(answer, Err(FetchError::Refused { status: 400, said, .. }) if said == "Non-existent value"));
    assert_eq!(n_asked, 1);
    for status in [400, 403] {
        let (answer, ..) = asked(vec![Reply::status(status, r#"{"title":"Too many cells selected"}"#)]);
        assert!(matches!(answer, Err(FetchError::TooManyCells { .. })));
    }
}

#[test]
fn a_redirect_is_followed_but_not_for_ever() {
    let to = |path: &str| Reply::Page(302, vec![("Location", path.to_owned())], Vec::new());
    let (answer, n_asked, _) = asked(vec![to("/other"), good()]);
    assert_eq!((answer.expect("it is followed"), n_asked), (b"{}".to_vec(), 2));
    let (answer, n_asked, _) = asked(vec![to("/page")]);
    assert!(matches!(answer, Err(FetchError::Unreachable { .. })), "{answer:?}");
    assert_eq!(n_asked, 6, "five redirects, and no second attempt");
}

#[test]
fn what_is_not_json_is_no_answer() {
    for wrong in ["<html>Logga in</html>", "", "{\"id\": [\"a\"], \"size\": 1}", "null"] {
        let server = Server::new(move |_, _| Reply::status(200, wrong));
        let question = crate::pxweb::question(&server);
        let error =
            insyn::publish::fetch::pxweb::fetch(&question, &mut client().0).map(|_| ()).expect_err("it is none");
        assert!(matches!(error, FetchError::WrongAnswer { .. }), "{wrong}: {error:?}");
    }
}

#[test]
fn an_answer_larger_than_the_readers_read_is_not_taken_in() {
    let large = vec![b' '; insyn::load::limits::BYTES + 1];
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&large).expect("it is packed");
    let packed = packed.finish().expect("it is packed");
    assert!(packed.len() < 1_000_000);
    for reply in
        [Reply::Page(200, Vec::new(), large), Reply::Page(200, vec![("Content-Encoding", "gzip".into())], packed)]
    {
        let (answer, n_asked, _) = asked(vec![reply]);
        assert!(matches!(answer, Err(FetchError::TooLarge { .. })), "{:?}", answer.map(|bytes| bytes.len()));
        assert_eq!(n_asked, 1);
    }
}

#[test]
fn a_packed_answer_is_unpacked() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(b"{}").expect("it is packed");
    let packed = packed.finish().expect("it is packed");
    let (answer, ..) = asked(vec![Reply::Page(200, vec![("Content-Encoding", "gzip".into())], packed)]);
    assert_eq!(answer.expect("it is unpacked"), b"{}");
}

#[test]
fn where_nobody_listens_it_is_told() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free").local_addr().expect("it is bound");
    let patience = Patience { attempts: 2, first_wait: Duration::from_millis(1), longest_wait: Duration::from_secs(1) };
    let mut client = Client::new(patience, Language::Swedish, Box::new(std::io::sink()));
    let error = client.bytes(&Request { url: format!("http://{free}/"), body: None }).expect_err("nobody is there");
    assert!(matches!(error, FetchError::Unreachable { .. }), "{error:?}");
    let error = client.bytes(&Request { url: "http://".into(), body: None }).expect_err("it is no address");
    assert!(matches!(error, FetchError::BadAddress(_)), "{error:?}");
}

#[test]
fn a_server_without_certificate_is_not_believed() {
    let server = Server::new(|_, _| good());
    let url = server.address.replace("http:", "https:");
    let patience = Patience { attempts: 1, ..Patience::default() };
    let mut client = Client::new(patience, Language::Swedish, Box::new(std::io::sink()));
    let error = client.bytes(&Request { url, body: None }).expect_err("it speaks no TLS");
    assert!(matches!(error, FetchError::Untrusted { .. } | FetchError::Unreachable { .. }), "{error:?}");
}
