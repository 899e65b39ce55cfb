// The worker that reads the files a person opens: takes them in, has the program read them, hands over what came of it.
// Its program also writes what only it can: a dataset as PX.
import init, { FileReader } from "insyn:reader";

// One folder with this script; the file's hash is checked before it runs.
const program = fetch(new URL(PROGRAM, self.location.href), { credentials: "same-origin", integrity: INTEGRITY });
const ready = init({ module_or_path: program });
let reader = null;

async function takeIn(files) {
  const of = files.reduce((sum, file) => sum + file.size, 0);
  let n = 0;
  for (const file of files) {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    const stream = file.stream().getReader();
    for (let part = await stream.read(); !part.done; part = await stream.read()) {
      bytes.set(part.value, at);
      at += part.value.length;
      n += part.value.length;
      self.postMessage(["taken", n, of]);
    }
    reader.add(file.name, bytes);
  }
}

self.onmessage = async ({ data: [what, it, choices] }) => {
  try {
    await ready;
    if (what === "px") {
      const writer = new FileReader();
      const text = writer.px(...it);
      self.postMessage(["px", text ?? null, writer.losses()]);
      return;
    }
    if (what !== "again") reader = new FileReader();
    if (what === "files") await takeIn(it);
    if (what === "text") reader.add(it[0], new TextEncoder().encode(it[1]));
    self.postMessage(["reading"]);
    const understood = reader.read(choices);
    const cube = reader.cube();
    self.postMessage(["read", understood, cube ?? null], cube ? [cube.buffer] : []);
  } catch (error) {
    console.warn(error);
    self.postMessage(["failed"]);
  }
};
