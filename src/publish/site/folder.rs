//! The folder of the site: written beside the one that is there, and put in its place when it is whole.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};

use super::{
    release::{self, Releases, earlier_href},
    schema_org,
};
use crate::{
    load::jsonstat,
    model::{cube::Cube, text::Language},
    publish::{
        data::catalogue,
        packed::{TELLING, told},
    },
    words::{conversion, inspection, release as words},
};

/// Smaller files gain nothing by being packed.
const WORTH_PACKING: usize = 1024;

/// The releases of the site so far; none where there is no site yet.
pub fn releases(site: &Path, language: Language) -> Result<Releases, String> {
    let name = site.display().to_string();
    let is_empty = fs::read_dir(site).map_or(true, |mut entries| entries.next().is_none());
    if is_empty {
        return Ok(Releases::default());
    }
    let bytes = fs::read(site.join(release::PATH)).map_err(|_| words::no_site(&name, language))?;
    serde_json::from_slice(&bytes).map_err(|_| words::no_site(&name, language))
}

/// Every file that has ever been published: id, hash, and what was in it.
pub fn earlier(site: &Path, releases: &Releases, language: Language) -> Result<Vec<(String, String, Cube)>, String> {
    let read = |(id, file): (&str, &release::File)| {
        let path = there(site, id, file);
        let name = path.display().to_string();
        let bytes = fs::read(&path).map_err(|why| inspection::not_opened(&name, &why.to_string(), language))?;
        let cube = (catalogue::hash(&bytes) == file.sha256).then(|| jsonstat::read(&bytes, id).0).flatten();
        let cube = cube.ok_or_else(|| words::changed_by_others(&name, language))?;
        Ok((id.to_owned(), file.sha256.clone(), cube))
    };
    releases.files().map(read).collect()
}

/// Where a file that has been published lies now.
fn there(site: &Path, id: &str, file: &release::File) -> PathBuf {
    let replaced = site.join("data").join(earlier_href(id, &file.sha256));
    if replaced.exists() { replaced } else { site.join("data").join(&file.href) }
}

/// A site that is being written.
pub struct New {
    folder: PathBuf,
    language: Language,
}

impl New {
    /// Begins with the built page, its own data left out.
    pub fn begin(site: &Path, page: &Path, language: Language) -> Result<Self, String> {
        if !page.join("index.html").is_file() {
            return Err(words::no_page(&page.display().to_string(), language));
        }
        let new = Self { folder: beside(site, "new"), language };
        // What an interrupted run may have left.
        let _ = fs::remove_dir_all(&new.folder);
        new.copy(page, Path::new(""))?;
        Ok(new)
    }

    fn copy(&self, page: &Path, within: &Path) -> Result<(), String> {
        let folder = page.join(within);
        let failed = |path: &Path, why: std::io::Error| {
            conversion::not_written(&path.display().to_string(), &why.to_string(), self.language)
        };
        let target = self.folder.join(within);
        fs::create_dir_all(&target).map_err(|why| failed(&target, why))?;
        for entry in fs::read_dir(&folder).map_err(|why| failed(&folder, why))?.flatten() {
            let path = within.join(entry.file_name());
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if entry.path().is_dir() {
                if !is_hidden {
                    self.copy(page, &path)?;
                }
            } else if within != Path::new("data") {
                let to = self.folder.join(&path);
                fs::copy(entry.path(), &to).map_err(|why| failed(&to, why))?;
            }
        }
        Ok(())
    }

    /// Writes a file, and packed beside it for hosts that serve it so.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), String> {
        let path = self.folder.join(path);
        let write = || {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, bytes)?;
            let beside = |ending: &str| PathBuf::from(format!("{}.{ending}", path.display()));
            // What the page had packed beside it is of another file.
            for ending in ["br", "gz"] {
                let _ = fs::remove_file(beside(ending));
            }
            if bytes.len() >= WORTH_PACKING {
                let mut packed = GzEncoder::new(Vec::new(), Compression::best());
                packed.write_all(bytes)?;
                fs::write(beside("gz"), packed.finish()?)?;
                let mut packed = Vec::new();
                let how = brotli::enc::BrotliEncoderParams { size_hint: bytes.len(), ..Default::default() };
                brotli::BrotliCompress(&mut &*bytes, &mut packed, &how)?;
                fs::write(beside("br"), packed)?;
            }
            Ok(())
        };
        write().map_err(|why: std::io::Error| {
            conversion::not_written(&path.display().to_string(), &why.to_string(), self.language)
        })
    }

    /// Keeps every file of the earlier releases that is not among these hashes.
    pub fn keep_earlier<'h>(
        &self,
        site: &Path,
        releases: &Releases,
        current: impl Iterator<Item = &'h str>,
    ) -> Result<(), String> {
        let current: BTreeSet<&str> = current.collect();
        for (id, file) in releases.files().filter(|(_, file)| !current.contains(file.sha256.as_str())) {
            let path = there(site, id, file);
            let name = path.display().to_string();
            let bytes = fs::read(path).map_err(|why| inspection::not_opened(&name, &why.to_string(), self.language))?;
            self.write(&Path::new("data").join(earlier_href(id, &file.sha256)), &bytes)?;
        }
        Ok(())
    }

    /// Puts the metadata that search engines read into the start page.
    pub fn describe(&self, metadata: &serde_json::Value) -> Result<(), String> {
        let name = "index.html";
        let page = self.read(name)?;
        let page = schema_org::within(&page, metadata).ok_or_else(|| words::no_page(name, self.language))?;
        self.write(Path::new(name), page.as_bytes())
    }

    /// Keeps what the start page tells whose dataset is published here; answers the datasets they are about.
    pub fn keep_stories(&self, is_published: impl Fn(&str) -> bool) -> Result<BTreeSet<String>, String> {
        let name = "stories/start.json";
        let broken = |_| words::no_page(name, self.language);
        let mut stories: serde_json::Value = serde_json::from_str(&self.read(name)?).map_err(broken)?;
        for part in TELLING {
            if let Some(told) = stories.get_mut(part).and_then(|it| it.as_array_mut()) {
                told.retain(|one| one.get("dataset").and_then(|it| it.as_str()).is_some_and(&is_published));
            }
        }
        self.write(Path::new(name), stories.to_string().as_bytes())?;
        Ok(told(&stories))
    }

    fn read(&self, name: &str) -> Result<String, String> {
        let path = self.folder.join(name);
        let shown = path.display().to_string();
        fs::read_to_string(&path).map_err(|why| inspection::not_opened(&shown, &why.to_string(), self.language))
    }

    /// Puts the folder in its place; what was there is kept until that is done.
    pub fn finish(self, site: &Path) -> Result<(), String> {
        let old = beside(site, "old");
        let swap = || {
            let _ = fs::remove_dir_all(&old);
            if site.exists() {
                fs::rename(site, &old)?;
            }
            fs::rename(&self.folder, site)?;
            let _ = fs::remove_dir_all(&old);
            Ok(())
        };
        swap().map_err(|why: std::io::Error| {
            conversion::not_written(&site.display().to_string(), &why.to_string(), self.language)
        })
    }
}

/// A folder beside the site, which nobody serves.
fn beside(site: &Path, ending: &str) -> PathBuf {
    let name = site.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_else(|| "site".to_owned());
    site.with_file_name(format!(".{name}.{ending}"))
}
