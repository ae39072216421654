// Drives the kernel as VS Code's Jupyter extension does: JupyterLab's KernelConnection, whose web socket is a set of zeromq.js sockets.
// It checks every message of the kernel's for the fields that the protocol asks for. Arguments and dialogue as those of zeromq.js.
const { createHmac, randomUUID } = require("node:crypto");
const { readFileSync } = require("node:fs");
const readline = require("node:readline");
const zmq = require("zeromq");
const { KernelMessage, ServerConnection } = require("@jupyterlab/services");
const { KernelConnection } = require("@jupyterlab/services/lib/kernel/default");

const connection = JSON.parse(readFileSync(process.argv[2]));
const sign = parts => parts.reduce((hmac, part) => hmac.update(part), createHmac("sha256", connection.key)).digest("hex");
const say = line => process.stdout.write(line + "\n");
const check = (holds, what) => { if (!holds) throw new Error(what); };

// What KernelConnection takes for a web socket.
class KernelSockets {
  protocol = "";

  constructor() {
    const routingId = randomUUID();
    this.channels = {};
    this.sent = Promise.resolve();
    for (const channel of ["shell", "control", "stdin", "iopub"]) {
      const socket = channel === "iopub" ? new zmq.Subscriber({ linger: 0 }) : new zmq.Dealer({ routingId, linger: 0 });
      socket.connect(`tcp://${connection.ip}:${connection[channel + "_port"]}`);
      this.channels[channel] = socket;
      this.read(channel, socket);
    }
    this.channels.iopub.subscribe();
    setImmediate(() => this.onopen?.({ target: this }));
  }

  async read(channel, socket) {
    for await (const frames of socket) {
      const at = frames.findIndex(frame => frame.toString() === "<IDS|MSG>");
      const parts = frames.slice(at + 2, at + 6);
      check(sign(parts) === frames[at + 1].toString(), "the kernel's signature is wrong");
      const [header, parent_header, metadata, content] = parts.map(part => JSON.parse(part));
      this.onmessage?.({ data: { channel, header, parent_header, metadata, content, buffers: [] } });
    }
  }

  // One after another, as zeromq.js wants it.
  send(message) {
    const parts = [message.header, message.parent_header, message.metadata, message.content].map(part => JSON.stringify(part));
    this.sent = this.sent.then(() => this.channels[message.channel].send(["<IDS|MSG>", sign(parts), ...parts]));
  }

  close() { Object.values(this.channels).forEach(socket => socket.close()); }
}

function connect() {
  const serializer = { serialize: message => message, deserialize: message => message };
  const serverSettings = ServerConnection.makeSettings({ WebSocket: KernelSockets, wsUrl: "RAW", serializer });
  return new KernelConnection({ serverSettings, serializer, clientId: randomUUID(), username: "", handleComms: true, model: { id: randomUUID(), name: ".net-csharp" } });
}

// Runs a cell, and answers the reply's content and what was published.
async function run(kernel, code, onStdin = () => { }) {
  const published = [];
  const future = kernel.requestExecute({ code, allow_stdin: true }, true, { cellId: "vscode-notebook-cell:/lecture.ipynb#W0sZmlsZQ%3D%3D" });
  future.onIOPub = message => { if (!["status", "execute_input"].includes(message.header.msg_type)) published.push(message); };
  future.onStdin = onStdin;
  return [(await future.done).content, published];
}

async function converse(kernel) {
  const info = await kernel.info;
  check(info.status === "ok" && info.language_info.name === "C#", "the kernel's language is " + info.language_info.name);

  const [reply, published] = await run(kernel, 'Console.WriteLine("é 😀"); var shown = display("one"); shown.Update("two"); var kept = 42; kept');
  check(reply.status === "ok", JSON.stringify(reply));
  const types = published.map(message => message.header.msg_type).join();
  check(types === "stream,display_data,update_display_data,execute_result", types);
  check(published[1].content.transient.display_id === published[2].content.transient.display_id, "an update is of another display");
  check(published[3].content.data["text/plain"] === "42", "the result is " + JSON.stringify(published[3].content.data));

  const [, drawn] = await run(kernel, "#!mermaid\ngraph TD; A-->B;");
  check(!drawn[0].content.data["text/html"] && drawn[0].content.data["text/markdown"].startsWith("```mermaid\n"), "VS Code draws no " + JSON.stringify(drawn[0].content.data));

  const [, asked] = await run(kernel, 'input("name? ")', message => kernel.sendInputReply({ status: "ok", value: "Ada" }, message.header));
  check(asked[0].content.data["text/plain"] === "Ada", "the answer was " + JSON.stringify(asked[0].content));

  const completions = await kernel.requestComplete({ code: "kept.CompareT", cursor_pos: 13 });
  check(completions.content.matches.includes("CompareTo"), JSON.stringify(completions.content));
  const inspected = await kernel.requestInspect({ code: "kept", cursor_pos: 2, detail_level: 0 });
  check(inspected.content.found && inspected.content.data["text/plain"].includes("int"), JSON.stringify(inspected.content));
  check((await kernel.requestIsComplete({ code: "if (true) {" })).content.status === "incomplete", "half a statement is not complete");
  check((await kernel.requestHistory({ hist_access_type: "tail", n: 1, output: false, raw: true })).content.history.length === 1, "there is no history");

  const comm = kernel.createComm("nobody's");
  const closed = new Promise(resolve => comm.onClose = resolve);
  comm.open();
  await closed;
}

// VS Code stops a kernel whose interrupt_mode is "message" by a message on the shell channel.
async function interrupt(kernel) {
  const stop = KernelMessage.createMessage({ msgType: "interrupt_request", channel: "shell", username: kernel.username, session: kernel.clientId, content: {} });
  const answer = await kernel.sendShellMessage(stop, true, true).done;
  check(answer.content.status === "ok", JSON.stringify(answer.content));
}

async function stops(kernel) {
  const endless = kernel.requestExecute({ code: 'Console.WriteLine("begun"); while (true) { }', stop_on_error: true });
  const behind = kernel.requestExecute({ code: "1" });
  await new Promise(resolve => endless.onIOPub = message => { if (message.header.msg_type === "stream") resolve(); });
  await interrupt(kernel);
  check((await endless.done).content.ename === "Interrupted", "the cell was not stopped");
  check((await behind.done).content.status === "aborted", "what waited behind it ran");
  check((await run(kernel, "kept"))[1][0].content.data["text/plain"] === "42", "the state is lost");
}

async function main() {
  const first = connect();
  await converse(first);
  await stops(first);
  first.dispose();
  say("restart");
  for await (const line of readline.createInterface({ input: process.stdin })) break;
  const second = connect();
  await converse(second);
  const end = KernelMessage.createMessage({ msgType: "shutdown_request", channel: "control", username: "", session: second.clientId, content: { restart: false } });
  await second.sendControlMessage(end, true, true).done;
  say("done");
  process.exit(0);
}

// What the library tells on the console is noise, but for errors: a message that lacks something is one.
console.debug = console.info = console.log = console.warn = () => { };
console.error = (...what) => { process.stderr.write(what.join(" ") + "\n"); process.exit(1); };
main().catch(error => console.error(error.stack));
