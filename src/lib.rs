//! Insyn: what the supervision of Swedish care for children has seen.
