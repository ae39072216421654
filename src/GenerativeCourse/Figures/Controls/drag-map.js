// Shows the picture of a map under a point that is dragged, or moved by sliders and arrow keys.
// ID is the map's class, MAP its numbers: left, top, width and height of a picture and the pages' two axes.
document.querySelectorAll(".ID:not([data-ready])").forEach(box => {
  box.dataset.ready = "";
  const map = MAP, pad = box.querySelector("[data-pad]"), sheet = pad.querySelector("img"), ring = pad.querySelector("[data-ring]");
  const side = box.querySelector("[data-side]"), canvas = side.querySelector("canvas"), says = side.querySelector("output");
  const [across, up] = side.querySelectorAll("input"), pen = canvas.getContext("2d");
  const last = { x: map.x.length - 1, y: map.y.length - 1 };
  const show = () => {
    const column = +across.value, row = last.y - up.value, share = sheet.clientWidth / sheet.naturalWidth;
    const left = map.left + column * map.width, top = map.top + row * map.height;
    pen.imageSmoothingEnabled = false;
    pen.drawImage(sheet, left, top, map.width, map.height, 0, 0, canvas.width, canvas.height);
    Object.assign(ring.style, { left: left * share + "px", top: top * share + "px", width: map.width * share + "px", height: map.height * share + "px" });
    says.textContent = map.names[0] + " = " + map.x[column] + ", " + map.names[1] + " = " + map.y[up.value];
    across.setAttribute("aria-valuetext", map.x[column]);
    up.setAttribute("aria-valuetext", map.y[up.value]);
  };
  const drag = event => {
    const at = sheet.getBoundingClientRect(), share = sheet.naturalWidth / at.width;
    across.value = Math.floor(((event.clientX - at.left) * share - map.left) / map.width);
    up.value = last.y - Math.floor(((event.clientY - at.top) * share - map.top) / map.height);
    show();
  };
  pad.addEventListener("pointerdown", event => { pad.setPointerCapture(event.pointerId); pad.focus(); drag(event); event.preventDefault(); });
  pad.addEventListener("pointermove", event => event.buttons && drag(event));
  pad.addEventListener("keydown", event => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (!step) return;
    across.value = +across.value + step[0];
    up.value = +up.value + step[1];
    show();
    event.preventDefault();
    event.stopPropagation();
  });
  across.addEventListener("input", show);
  up.addEventListener("input", show);
  addEventListener("resize", () => box.isConnected && show());
  Object.assign(pad, { tabIndex: 0 }).style.cursor = "crosshair";
  ring.style.display = "block";
  side.style.display = "";
  box.querySelector("[data-strip]").remove();
  sheet.complete ? show() : sheet.addEventListener("load", show);
});
