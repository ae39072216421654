// What the page does beyond links and forms: saves without a reload, listens to keys, and keeps what is typed from being lost. Everything works without it.
"use strict";
const keys = document.getElementById("keys");
const forms = [...document.querySelectorAll("form.grade")];
const unsaved = new Set();

async function save(form, button) {
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) fields.set(button.name, button.value);
  const status = form.querySelector(".status");
  let problem = null;
  unsaved.delete(form);
  try {
    // What is typed is saved even when the next page is asked for at once; browsers allow that for 64 kB.
    const reply = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "application/json" }, keepalive: String(fields).length < 60000 });
    const said = (reply.headers.get("Content-Type") ?? "").startsWith("application/json") ? await reply.json() : { problem: await reply.text() };
    problem = reply.ok ? null : said.problem;
    if (reply.ok) {
      form.elements.points.value = said.points ?? "";
      for (const one of form.querySelectorAll(".points button"))
        Number(one.value) === said.points ? one.setAttribute("aria-pressed", "true") : one.removeAttribute("aria-pressed");
      document.getElementById("unwritten").textContent = said.unwritten === 1 ? "1 change is not in the files" : said.unwritten + " changes are not in the files";
      status.textContent = said.points === null ? "Saved" : "Saved, " + said.points;
      const progress = document.querySelector(".bar .progress");
      if (progress) {
        progress.firstElementChild.value = said.graded;
        progress.lastElementChild.textContent = `${said.graded} of ${progress.firstElementChild.max} graded`;
      }
    }
  } catch {
    problem = "the server does not answer: is it still running?";
  }
  status.classList.toggle("wrong", problem !== null);
  if (problem !== null) {
    unsaved.add(form);
    status.textContent = "Not saved: " + problem;
  }
  return problem === null;
}

const go = rel => document.querySelector(`.bar a[rel=${rel}]`)?.click();
const onward = () => go(document.querySelector(".bar a[rel=next]") ? "next" : "open");

for (const form of forms) {
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (await save(form, event.submitter) && event.submitter?.value === "next") onward();
  });
  for (const name of ["points", "comment"]) {
    form.elements[name].addEventListener("change", () => save(form));
    form.elements[name].addEventListener("input", () => {
      unsaved.add(form);
      form.querySelector(".status").textContent = "";
    });
  }
  const said = form.querySelector(".said");
  if (said) {
    said.hidden = false;
    said.addEventListener("click", event => {
      const text = event.target.dataset.say, comment = form.elements.comment;
      if (text === undefined) return;
      comment.value = comment.value.trim() ? comment.value.trim() + "\n" + text : text;
      save(form);
    });
  }
}

// The browser asks before it leaves a page on which something typed is not saved.
addEventListener("beforeunload", event => { if (unsaved.size > 0) event.preventDefault(); });

const find = document.querySelector("input[type=search]");
if (find) {
  const rows = [...document.querySelectorAll(".grid tbody tr")], found = document.getElementById("found");
  const of = found.textContent.split(" of ")[1];
  find.addEventListener("input", () => {
    const wanted = find.value.toLowerCase();
    for (const row of rows) row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
    found.textContent = `${rows.filter(row => !row.hidden).length} of ${of}`;
  });
}

if (keys) {
  keys.checked = localStorage.getItem("keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("keys", keys.checked ? "on" : "off"));
  document.addEventListener("keydown", async event => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form?.matches(".grade")) {
      event.preventDefault();
      if (await save(event.target.form)) onward();
    } else if (event.key === "Escape" && typing) {
      typing.blur();
    } else if (typing || !keys.checked || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === "j" || event.key === "k" || event.key === "u") {
      go({ j: "next", k: "prev", u: "open" }[event.key]);
    } else if ((event.key === "c" || event.key === "p") && forms.length) {
      event.preventDefault();
      forms[0].elements[event.key === "c" ? "comment" : "points"].focus();
    } else if (/^[0-9]$/.test(event.key) && forms.length) {
      const button = [...forms[0].querySelectorAll(".points button")].find(one => Number(one.value) === Number(event.key));
      if (button) save(forms[0], button);
    }
  });
}
