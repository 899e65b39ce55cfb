//! Fetching from a server of its own, with every fault a server has.

mod command;
mod faults;
mod kolada;
mod kolada_server;
mod pxweb;
mod pxweb_server;
mod server;
