// How Chromium is started, for the tests and for the benchmark.
export const launchOptions = {
  executablePath: process.env.INSYN_CHROMIUM || undefined,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
