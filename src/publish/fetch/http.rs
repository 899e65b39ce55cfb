//! Asking a server: time-outs, bounded answers, a pace, and patience with faults that pass.

use std::{
    io::{Read, Write},
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use ureq::{
    Agent,
    http::{HeaderMap, Response},
    tls::{RootCerts, TlsConfig},
};

use super::{error::FetchError, pace::Pace};
use crate::{load::limits, model::text::Language, words::fetch as words};

/// The pace where the server does not say: half a call a second, with some at once.
const CAUTIOUS: (usize, Duration) = (30, Duration::from_secs(60));
/// To make a connection.
const CONNECTING: Duration = Duration::from_secs(15);
/// Until the answer begins: large tables are gathered before the first byte.
const ANSWERING: Duration = Duration::from_secs(120);
/// Until the answer has ended.
const WHOLE_CALL: Duration = Duration::from_secs(600);
/// Of a server's own words, as much as is repeated.
const MOST_SAID: usize = 300;

/// How long faults that pass are put up with.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// As often as one address is asked.
    pub attempts: u32,
    /// The wait after the first fault; it doubles each time.
    pub first_wait: Duration,
    /// No wait is longer, even if the server asks for it.
    pub longest_wait: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { attempts: 6, first_wait: Duration::from_secs(1), longest_wait: Duration::from_secs(300) }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The address.
    pub url: String,
    /// What is sent along, as JSON; where there is none, the address says all.
    pub body: Option<String>,
}

/// Asks one server.
pub struct Client {
    agent: Agent,
    pace: Pace,
    patience: Patience,
    language: Language,
    progress: Box<dyn Write>,
}

/// What came of one attempt.
enum Attempt {
    Done(Vec<u8>),
    /// It may go better next time: why, and the wait that the server asks for.
    Again(FetchError, Option<Duration>),
    Failed(FetchError),
}

impl Client {
    /// A client that tells its progress in this language. A proxy that the environment names is used.
    pub fn new(patience: Patience, language: Language, progress: Box<dyn Write>) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(5)
            .timeout_connect(Some(CONNECTING))
            .timeout_recv_response(Some(ANSWERING))
            .timeout_global(Some(WHOLE_CALL))
            .user_agent(concat!("insyn/", env!("CARGO_PKG_VERSION")))
            .accept("application/json")
            .tls_config(tls)
            .build()
            .new_agent();
        let (calls, window) = CAUTIOUS;
        Self { agent, pace: Pace::new(calls, window), patience, language, progress }
    }

    /// Keeps to so many calls in so long a time.
    pub fn keep_to(&mut self, calls: usize, window: Duration) {
        self.pace.change(calls, window);
    }

    /// The language that things are told in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Tells how far it has come.
    pub fn tell(&mut self, line: &str) {
        // Nobody is left to tell if the terminal is gone.
        let _ = writeln!(self.progress, "{line}");
    }

    /// The answer at an address, as this.
    pub fn json<T: DeserializeOwned>(&mut self, url: &str) -> Result<T, FetchError> {
        let bytes = self.bytes(&Request { url: url.to_owned(), body: None })?;
        parsed(&bytes, url)
    }

    /// The answer, after as many attempts as it takes.
    pub fn bytes(&mut self, request: &Request) -> Result<Vec<u8>, FetchError> {
        let mut wait = self.patience.first_wait;
        let mut attempt = 1;
        loop {
            let before = self.pace.wait(now());
            sleep(before);
            let (error, asked) = match self.attempt(request, attempt) {
                Attempt::Done(bytes) => return Ok(bytes),
                Attempt::Failed(error) => return Err(error),
                Attempt::Again(error, asked) => (error, asked),
            };
            if let Some(asked) = asked
                && asked > self.patience.longest_wait
            {
                return Err(FetchError::LongWait { url: request.url.clone(), seconds: asked.as_secs() });
            }
            if attempt >= self.patience.attempts {
                return Err(error);
            }
            let pause = asked.unwrap_or(wait).min(self.patience.longest_wait);
            let line = words::again(&error.said(self.language), pause.as_secs_f64(), self.language);
            self.tell(&line);
            sleep(pause);
            wait = wait.saturating_mul(2);
            attempt = attempt.saturating_add(1);
        }
    }

    fn attempt(&self, request: &Request, attempt: u32) -> Attempt {
        let url = &request.url;
        // What begins safe stays so, wherever it is redirected.
        let is_safe = url.starts_with("https://");
        let answer = match &request.body {
            None => self.agent.get(url).config().https_only(is_safe).build().call(),
            Some(body) => {
                let asking = self.agent.post(url).config().https_only(is_safe).build();
                asking.content_type("application/json").send(body)
            }
        };
        let mut answer = match answer {
            Ok(answer) => answer,
            Err(error) => return not_answered(url, error),
        };
        let status = answer.status().as_u16();
        let asked = asked_wait(answer.headers());
        let bytes = match body(&mut answer) {
            Ok(bytes) if bytes.len() > limits::BYTES => {
                return Attempt::Failed(FetchError::TooLarge { url: url.clone(), most: limits::BYTES });
            }
            Ok(bytes) => bytes,
            Err(error) => return not_answered(url, error),
        };
        let url = url.clone();
        let said = || said(&bytes);
        match status {
            200 => Attempt::Done(bytes),
            404 | 410 => Attempt::Failed(FetchError::NotFound(url)),
            408 | 429 | 500 | 502 | 503 | 504 => {
                Attempt::Again(FetchError::StillFailing { url, status, attempts: attempt }, asked)
            }
            400 | 403 | 413 if said().to_lowercase().contains("cell") => {
                Attempt::Failed(FetchError::TooManyCells { url, said: said() })
            }
            _ => Attempt::Failed(FetchError::Refused { url, status, said: said() }),
        }
    }
}

/// JSON as this, or what is wrong with it.
pub fn parsed<T: DeserializeOwned>(bytes: &[u8], url: &str) -> Result<T, FetchError> {
    serde_json::from_slice(bytes)
        .map_err(|error| FetchError::WrongAnswer { url: url.to_owned(), why: error.to_string() })
}

/// The answer as it is unpacked; of one that is too large, one byte more than may be. The library counts what came packed.
fn body(answer: &mut Response<ureq::Body>) -> Result<Vec<u8>, ureq::Error> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limits::BYTES).unwrap_or(u64::MAX).saturating_add(1);
    answer.body_mut().as_reader().take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn not_answered(url: &str, error: ureq::Error) -> Attempt {
    let (url, why) = (url.to_owned(), error.to_string());
    match error {
        ureq::Error::BadUri(_) | ureq::Error::Http(_) | ureq::Error::InvalidProxyUrl => {
            Attempt::Failed(FetchError::BadAddress(url))
        }
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::Pem(_) | ureq::Error::RequireHttpsOnly(_) => {
            Attempt::Failed(FetchError::Untrusted { url, why })
        }
        // A certificate that is not accepted comes wrapped as a fault of the connection.
        ureq::Error::Io(_) if why.contains("certificate") => Attempt::Failed(FetchError::Untrusted { url, why }),
        ureq::Error::TooManyRedirects
        | ureq::Error::RedirectFailed
        | ureq::Error::HostNotFound
        | ureq::Error::ConnectProxyFailed(_) => Attempt::Failed(FetchError::Unreachable { url, why }),
        _ => Attempt::Again(FetchError::Unreachable { url, why }, None),
    }
}

/// `Retry-After` in seconds, or as a date by the server's own clock, which may differ from ours: without its `Date`, none.
fn asked_wait(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok().map(str::trim);
    let asked = text("retry-after")?;
    match asked.parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => {
            let (then, now) = (httpdate::parse_http_date(asked).ok()?, httpdate::parse_http_date(text("date")?).ok()?);
            Some(then.duration_since(now).unwrap_or_default())
        }
    }
}

/// The server's own words: `title` and `detail` of a problem document, else the beginning of the text.
fn said(bytes: &[u8]) -> String {
    #[derive(Default, serde::Deserialize)]
    #[serde(default)]
    struct Problem {
        title: Option<String>,
        detail: Option<String>,
    }
    let problem: Problem = serde_json::from_slice(bytes).unwrap_or_default();
    let mut parts = [problem.title, problem.detail].into_iter().flatten().collect::<Vec<_>>();
    parts.dedup();
    let text = match parts.is_empty() {
        true => String::from_utf8_lossy(bytes).split_whitespace().collect::<Vec<_>>().join(" "),
        false => parts.join(". "),
    };
    text.chars().take(MOST_SAID).collect()
}

#[expect(clippy::disallowed_methods, reason = "the command line has a clock, and a server that counts the calls")]
fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "the command line has nothing else to do while it waits")]
fn sleep(pause: Duration) {
    std::thread::sleep(pause);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_document_speaks_for_itself_and_a_page_is_cut() {
        assert_eq!(
            said(br#"{"title":"Too many cells selected","detail":"Too many cells selected"}"#),
            "Too many cells selected"
        );
        assert_eq!(said(b"<html>\n no </html>"), "<html> no </html>");
        assert_eq!(said("ö".repeat(1000).as_bytes()).chars().count(), MOST_SAID);
    }

    #[test]
    fn a_wait_is_asked_for_in_seconds_or_until_a_date_of_the_servers_clock() {
        let mut headers = HeaderMap::new();
        let mut with = |name: &'static str, value: &str| {
            headers.insert(name, value.parse().expect("it is a header"));
            asked_wait(&headers)
        };
        assert_eq!(with("date", "Wed, 21 Oct 2026 07:28:00 GMT"), None);
        assert_eq!(with("retry-after", "7"), Some(Duration::from_secs(7)));
        assert_eq!(with("retry-after", "Wed, 21 Oct 2026 07:29:30 GMT"), Some(Duration::from_secs(90)));
        assert_eq!(with("retry-after", "Wed, 21 Oct 2026 07:27:00 GMT"), Some(Duration::ZERO), "it is over");
        assert_eq!(with("retry-after", "soon"), None);
        assert_eq!(with("date", "?"), None);
        assert_eq!(with("retry-after", "Wed, 21 Oct 2026 07:29:30 GMT"), None, "nobody knows what time it is there");
    }
}
