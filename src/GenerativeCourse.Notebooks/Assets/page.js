// Puts a plotly figure in place of each picture; where that fails, or without scripts, the picture stays.
for (const figure of document.querySelectorAll("figure[data-plotly]")) {
  const picture = figure.querySelector("img, p");
  const drawing = document.createElement("div");
  try {
    const { data, layout, frames } = JSON.parse(figure.querySelector("script").textContent);
    figure.prepend(drawing);
    window.Plotly.newPlot(drawing, data, layout, { displaylogo: false, responsive: true })
      .then(() => (frames ? window.Plotly.addFrames(drawing, frames) : undefined))
      .then(() => {
        drawing.setAttribute("role", "group");
        drawing.setAttribute("aria-label", figure.dataset.alt);
        if (picture) picture.hidden = true;
      })
      .catch(() => drawing.remove());
  } catch {
    drawing.remove();
  }
}

// Puts a diagram in place of each source, one after another: mermaid draws one at a time.
(async () => {
  const sources = document.querySelectorAll("figure[data-mermaid]");
  if (sources.length) window.mermaid.initialize({ startOnLoad: false });
  for (const [i, figure] of sources.entries()) {
    const source = figure.querySelector("pre");
    try {
      const { svg } = await window.mermaid.render(`diagram-${i}`, source.textContent);
      figure.insertAdjacentHTML("afterbegin", svg);
      source.hidden = true;
    } catch {
      document.getElementById(`ddiagram-${i}`)?.remove();
    }
  }
})();
