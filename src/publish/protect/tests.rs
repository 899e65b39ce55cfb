//! Protected tables, beside the attack.
