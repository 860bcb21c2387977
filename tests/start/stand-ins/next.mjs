import { existsSync, mkdirSync, unwatchFile, watchFile, writeFileSync } from "node:fs";

const hold = "hold-build";

function build() {
  mkdirSync(".next", { recursive: true });
  writeFileSync(".next/BUILD_ID", "stand-in\n");
}

// A test that wants to look at a start that still builds puts this file there.
if (existsSync(hold)) {
  watchFile(hold, { interval: 50 }, () => {
    if (existsSync(hold)) return;
    unwatchFile(hold);
    build();
  });
} else {
  build();
}
