// The same as worker.py, for the makers that run in Node.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");

/** The library `name` from the folder that the command line gives. */
const required = (name) => require(path.join(process.argv[3], "node_modules", name));

/** The most memory that this process ever held, in MiB; see worker.py. */
function highestMib() {
  const status = "/proc/self/status";
  if (!fs.existsSync(status)) return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(status, "utf8"))[1]) / 1024;
}

/** Answer what standard input asks, until it ends; `prepare(words)` returns what makes one. */
async function serve(prepare) {
  const words = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const make = prepare(words);
  const take = (name) => JSON.parse(fs.readFileSync(path.join(words.contexts, name + ".json"), "utf8"));
  let made = 0;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    const times = [];
    const cpu = [];
    const end = performance.now() + (asked.seconds || 1e6) * 1e3;
    while (!times.length || (performance.now() < end && times.length < (asked.count || Infinity))) {
      const name = words.names[made % words.names.length];
      const data = take(name);
      const used = process.cpuUsage();
      const start = process.hrtime.bigint();
      await make(data, path.join(asked.folder, name + ".docx"));
      times.push(Number(process.hrtime.bigint() - start));
      const more = process.cpuUsage(used);
      cpu.push((more.user + more.system) * 1e3);
      made += 1;
    }
    console.log(JSON.stringify({ times, cpu, mib: highestMib() }));
  }
}

module.exports = { serve, required };
