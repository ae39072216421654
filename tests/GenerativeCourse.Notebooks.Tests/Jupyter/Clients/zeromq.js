// Talks to a kernel through zeromq.js as VS Code does, and again after the kernel was restarted behind the same sockets.
// Arguments: the connection file. Says "restart" on a line when it wants the kernel restarted, and goes on when a line comes.
const { createHmac, randomUUID } = require("node:crypto");
const { readFileSync } = require("node:fs");
const readline = require("node:readline");
const zmq = require("zeromq");

const connection = JSON.parse(readFileSync(process.argv[2]));
const url = channel => `tcp://${connection.ip}:${connection[channel + "_port"]}`;
const session = randomUUID();
const sign = parts => parts.reduce((hmac, part) => hmac.update(part), createHmac("sha256", connection.key)).digest("hex");

function encode(type, content) {
  const header = { msg_id: randomUUID(), session, username: "js", date: new Date().toISOString(), msg_type: type, version: "5.3" };
  const parts = [header, {}, {}, content].map(part => JSON.stringify(part));
  return [header.msg_id, ["<IDS|MSG>", sign(parts), ...parts]];
}

function decode(frames) {
  const at = frames.findIndex(frame => frame.toString() === "<IDS|MSG>");
  const parts = frames.slice(at + 2, at + 6);
  if (sign(parts) !== frames[at + 1].toString()) throw new Error("the kernel's signature is wrong");
  const [header, parent, , content] = parts.map(part => JSON.parse(part));
  return { type: header.msg_type, parent: parent.msg_id, content };
}

async function request(socket, type, content) {
  const [id, frames] = encode(type, content);
  await socket.send(frames);
  for (;;) {
    const message = decode(await socket.receive());
    if (message.parent === id) return [id, message];
  }
}

// Gathers what is published, by request.
const published = new Map();
async function gather(subscriber) {
  for await (const frames of subscriber) {
    const message = decode(frames);
    const cell = published.get(message.parent) ?? { text: "", idle: false };
    if (message.type === "stream") cell.text += message.content.text;
    if (message.type === "status" && message.content.execution_state === "idle") cell.idle = true;
    published.set(message.parent, cell);
  }
}

async function output(id, patience) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 10)))
    if (published.get(id)?.idle) return published.get(id).text;
  return null;
}

async function main() {
  const options = { receiveTimeout: 30000, linger: 0 };
  const shell = new zmq.Dealer({ ...options, routingId: session });
  const control = new zmq.Dealer({ ...options, routingId: session });
  const subscriber = new zmq.Subscriber({ linger: 0 });
  const heart = new zmq.Request(options);
  shell.connect(url("shell")); control.connect(url("control")); subscriber.connect(url("iopub")); heart.connect(url("hb"));
  subscriber.subscribe();
  gather(subscriber).catch(error => { console.error(error); process.exit(1); });

  async function converse() {
    const [, info] = await request(shell, "kernel_info_request", {});
    if (info.content.language_info.name !== "C#") throw new Error("the kernel's language is " + info.content.language_info.name);
    await heart.send("ping");
    if ((await heart.receive()).toString() !== "ping") throw new Error("the heart skipped a beat");
    // A subscription is a message too, and may come after the first cell.
    for (let attempt = 0; ; attempt++) {
      const [id, reply] = await request(shell, "execute_request", { code: "Console.Write($\"{6 * 7} é 😀\");", silent: false });
      if (reply.content.status !== "ok") throw new Error(JSON.stringify(reply.content));
      const text = await output(id, 2000);
      if (text === "42 é 😀") return;
      if (attempt === 10) throw new Error("the cell wrote " + text);
    }
  }

  await converse();
  const [id, large] = await request(shell, "execute_request", { code: "/*" + "x".repeat(3 << 20) + "*/ Console.Write(new string('y', 5_000_000));" });
  if (large.content.status !== "ok" || (await output(id, 30000))?.length !== 5000000) throw new Error("a large message was lost");
  console.log("restart");
  for await (const line of readline.createInterface({ input: process.stdin })) break;
  await converse();
  await request(control, "shutdown_request", { restart: false });
  console.log("done");
  process.exit(0);
}

main().catch(error => { console.error(error); process.exit(1); });
