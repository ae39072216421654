using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Figures.Display;

/// <summary>HTML that shows a picture and turns it into a plotly.js figure where that can be loaded.</summary>
static class PlotlyHtml
{
    // The kernel's folder is served under the address that the client names in its page, and the kernel's name; one load serves all figures.
    const string Script = """
        document.querySelectorAll(".ID:not([data-ready])").forEach(async at=>{at.dataset.ready="";try{
        if(!window.Plotly){
        const c=document.getElementById("jupyter-config-data"),b=c?JSON.parse(c.textContent).baseUrl:document.body.dataset.baseUrl;
        if(!b)return;
        window.coursePlotly??=fetch(b.replace(/\/?$/,"/")+"kernelspecs/KERNEL/plotly-basic.min.js").then(r=>r.ok?r.text():Promise.reject(r.status)).then(t=>new Function("define","module","exports",t).call(window));
        await window.coursePlotly}
        const f=JSON.parse(at.querySelector("script").textContent),d=document.createElement("div");
        at.append(d);
        await Plotly.newPlot(d,f.data,f.layout,{displaylogo:false,responsive:true});
        if(f.frames)await Plotly.addFrames(d,f.frames);
        d.setAttribute("role","img");d.setAttribute("aria-label",at.querySelector("img").alt);
        at.querySelector("img").remove()
        }catch(e){at.querySelector("div")?.remove()}})
        """;

    // An installed kernel says its name so; everywhere else it is the one that notebooks ask for.
    static string Kernel => Uri.EscapeDataString(Environment.GetEnvironmentVariable("COURSE_KERNEL") ?? ".net-csharp");

    /// <summary>The picture, the figure beside it as data, and the script that puts one in place of the other.</summary>
    public static string Upgrade(string image, string figure)
    {
        var id = "figure-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure)))[..12];
        var data = figure.Replace("</", "<\\/", StringComparison.Ordinal);
        return $"<div class=\"{id}\">{image}<script type=\"application/json\">{data}</script></div><script>{Script.Replace("ID", id, StringComparison.Ordinal).Replace("KERNEL", Kernel, StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)}</script>";
    }
}
