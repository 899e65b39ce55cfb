//! A server on this machine that answers as it is told, and remembers what it was asked.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use insyn::{
    model::text::Language,
    publish::fetch::http::{Client, Patience},
};
use serde_json::Value;

/// What the server is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Path and query, as they came.
    pub target: String,
    /// What was sent along.
    pub body: String,
    /// When it came.
    pub at: Instant,
}

/// What the server answers.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A page.
    Page(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// The beginning of a page, and then the connection is cut.
    Cut,
}

impl Reply {
    pub fn json(body: &Value) -> Self {
        Self::Page(200, vec![("Content-Type", "application/json".into())], body.to_string().into_bytes())
    }

    pub fn status(status: u16, body: &str) -> Self {
        Self::Page(status, Vec::new(), body.into())
    }
}

/// A server that runs as long as the test.
pub struct Server {
    pub address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// At a free port.
    pub fn new(answer: impl Fn(&Asked, usize) -> Reply + Send + 'static) -> Self {
        Self::named(|_| answer)
    }

    /// A server whose answers tell its own address.
    #[expect(clippy::disallowed_methods, reason = "a server runs beside its test, and looks at the clock")]
    pub fn named<F: Fn(&Asked, usize) -> Reply + Send + 'static>(make: impl FnOnce(String) -> F) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("it is bound"));
        let answer = make(address.clone());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let Some((target, body)) = read(&stream) else { continue };
                let asked = Asked { target, body, at: Instant::now() };
                let mut log = log.lock().expect("nobody panicked with it");
                log.push(asked.clone());
                let n = log.len();
                drop(log);
                write(stream, answer(&asked, n));
            }
        });
        Self { address, asked }
    }

    /// All that was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("nobody panicked with it").clone()
    }

    /// What was asked with this in its address.
    pub fn asked_with(&self, part: &str) -> Vec<Asked> {
        self.asked().into_iter().filter(|asked| asked.target.contains(part)).collect()
    }
}

fn read(stream: &TcpStream) -> Option<(String, String)> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let target = line.split(' ').nth(1)?.to_owned();
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let header = header.trim().to_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((target, String::from_utf8(body).ok()?))
}

fn write(mut stream: TcpStream, reply: Reply) {
    let head = |status, length| format!("HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {length}\r\n");
    // Whoever asked may have gone.
    let _ = match reply {
        Reply::Cut => stream.write_all(format!("{}\r\n{{\"val", head(200, 1000)).as_bytes()),
        Reply::Page(status, headers, body) => {
            let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
            let head = format!("{}{headers}\r\n", head(status, body.len()));
            stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body))
        }
    };
}

/// A client that does not wait long, and what it tells.
pub fn client() -> (Client, Told) {
    let told = Told::default();
    let patience = Patience { attempts: 4, first_wait: Duration::from_millis(5), longest_wait: Duration::from_secs(2) };
    (Client::new(patience, Language::English, Box::new(told.clone())), told)
}

/// What a client tells.
#[derive(Clone, Default)]
pub struct Told(Arc<Mutex<Vec<u8>>>);

impl Told {
    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("nobody panicked with it").clone()).expect("it is text")
    }
}

impl Write for Told {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panicked with it").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// An empty folder of its own.
pub fn folder(name: &str) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fetch-{}-{number}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("it can be made");
    folder
}

/// `%XX` undone, for looking at what was asked.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let hex: Vec<u8> = rest.by_ref().take(2).collect();
            let hex = std::str::from_utf8(&hex).expect("it is text");
            bytes.push(u8::from_str_radix(hex, 16).expect("it is a number"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("it is text")
}
