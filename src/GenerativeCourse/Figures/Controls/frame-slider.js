// Turns a strip of frames into one frame and a slider. ID is the strip's class; a strip is set up once.
document.querySelectorAll(".ID:not([data-ready])").forEach(box => {
  box.dataset.ready = "";
  const frames = [...box.querySelectorAll("figure")], bar = box.querySelector("[data-bar]");
  const slider = bar.querySelector("input"), play = bar.querySelector("button"), says = bar.querySelector("output");
  let timer = 0;
  const show = () => {
    frames.forEach((frame, at) => frame.style.display = at == slider.value ? "" : "none");
    says.textContent = frames[slider.value].dataset.label;
    slider.setAttribute("aria-valuetext", says.textContent);
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = "Play";
  };
  frames.forEach(frame => {
    const picture = frame.querySelector("img");
    picture.width = picture.dataset.width;
    frame.querySelector("figcaption").style.display = "none";
  });
  slider.addEventListener("input", () => { stop(); show(); });
  play.addEventListener("click", () => {
    if (timer) return stop();
    if (slider.value == slider.max) slider.value = 0;
    show();
    play.textContent = "Stop";
    timer = setInterval(() => {
      if (slider.value == slider.max || !box.isConnected) return stop();
      slider.value++;
      show();
    }, 500);
  });
  bar.style.display = "flex";
  show();
});
