using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Notebooks.Kernel.Languages;

/// <summary>HTML that shows a diagram's source and draws it where the mermaid.js of the kernel's folder can be loaded; nothing comes from a network.</summary>
internal static class MermaidHtml
{
    // The kernel's folder is served under the address that the client names in its page; one load serves all diagrams. Parts of mermaid would
    // register with Jupyter's module loader, so they are kept from it; its build joins its parts through a global of that name.
    const string Script = """
        document.querySelectorAll(".ID:not([data-ready])").forEach(async at=>{at.dataset.ready="";try{
        if(!window.mermaid){
        const c=document.getElementById("jupyter-config-data"),b=c?JSON.parse(c.textContent).baseUrl:document.body.dataset.baseUrl;
        if(!b)return;
        window.courseMermaid??=fetch(b.replace(/\/?$/,"/")+"kernelspecs/KERNEL/mermaid.tiny.js").then(r=>r.ok?r.text():Promise.reject(r.status)).then(t=>{
        new Function("define","module","exports","__esbuild_esm_mermaid_nm",t).call(window,undefined,undefined,undefined,window.__esbuild_esm_mermaid_nm={});
        mermaid.initialize({startOnLoad:false,theme:document.body.dataset.jpThemeLight==="false"?"dark":"default"})});
        await window.courseMermaid}
        const p=at.querySelector("pre"),d=await mermaid.render("ID-"+Math.random().toString(36).slice(2),p.textContent),e=document.createElement("div");
        e.innerHTML=d.svg;at.append(e);p.hidden=true;p.style.display="none"
        }catch(e){document.querySelectorAll("body>[id^='dID-']").forEach(n=>n.remove());at.title=String(e.message||e)}})
        """;

    // An installed kernel is told its name; a runner's is the one that notebooks ask for.
    static string Kernel => Uri.EscapeDataString(Environment.GetEnvironmentVariable("COURSE_KERNEL") ?? ".net-csharp");

    /// <summary>The diagram of a source in Mermaid's language.</summary>
    public static string Of(string source)
    {
        var id = "diagram-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..12];
        return $"<div class=\"{id}\"><pre>{WebUtility.HtmlEncode(source)}</pre></div><script>{Script.Replace("ID", id, StringComparison.Ordinal).Replace("KERNEL", Kernel, StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)}</script>";
    }
}
