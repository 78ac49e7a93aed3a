/* The frame of a web page: everything in it, nothing fetched, no scripts, fit for paper. */
#include "present/page.h"

static const char style[] =
    ":root{color-scheme:light}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;font:1.05rem/1.6 system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",sans-serif;color:#1a1a1a;"
    "background:#fff}\n"
    "main{max-width:76rem;margin:0 auto;padding:1.5rem}\n"
    "h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem;overflow-wrap:anywhere}\n"
    "h2{font-size:1.2rem;margin:1.5rem 0 .5rem}\n"
    "svg{display:block;max-width:100%;height:auto}\n"
    ".verdict{font-size:1.2rem;font-weight:600;margin:0 0 1rem;padding:.6rem .9rem;border-left:.4rem solid}\n"
    ".verdict::first-letter{text-transform:uppercase}\n"
    ".good{border-color:#1b6e3c;background:#eaf6ee}\n"
    ".hard{border-color:#a14400;background:#fdf1e3}\n"
    ".open{border-color:#0b4a82;background:#eaf2fa}\n"
    ".certainty{font-weight:600;display:inline-block}\n"
    ".certainty::first-letter{text-transform:uppercase}\n"
    ".sides{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}\n"
    ".text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;border:1px solid #767676;border-radius:.4rem;"
    "padding:1rem 1.2rem}\n"
    "mark{color:inherit;background:none;padding:.1em 0}\n"
    "mark.tip{background:#e3effb;border-bottom:2px dotted #1f5f99}\n"
    "mark.warning{background:#fff0c2;border-bottom:2px solid #8a5a00}\n"
    "mark.error{background:#fbdcd9;border-bottom:4px double #a3170d}\n"
    "mark.wide{background:none;border-bottom-width:1px}\n"
    "mark.error.wide{border-bottom-width:3px}\n"
    "mark.foreign{background:#eee}\n"
    ".legend{margin:0 0 .5rem}\n"
    ".legend mark{padding:.1em .4em;margin-right:.6em}\n"
    ".steps{border:2px solid #0b4a82;border-radius:.4rem;padding:.8rem 1.2rem;margin:1.2rem 0}\n"
    ".steps h2{margin-top:0}\n"
    ".steps p{margin:0 0 .5rem}\n"
    ".steps ol{margin:0;padding-left:1.5rem}\n"
    ".steps li{margin:0 0 .5rem}\n"
    "sup{line-height:0;unicode-bidi:isolate}\n"
    "sup a{font-size:.8rem;font-weight:700;text-decoration:none;color:#0b4a82;padding:0 .1em}\n"
    "sup a:focus,sup a:hover,li a:focus,li a:hover{outline:2px solid #0b4a82;text-decoration:underline}\n"
    ".advice{padding-left:2.2rem;margin:0}\n"
    ".advice li{margin:0 0 .9rem;overflow-wrap:anywhere}\n"
    ".advice li:target,sup:target{background:#fff6d6}\n"
    ".kind{font-weight:600;display:inline-block}\n"
    ".kind::first-letter{text-transform:uppercase}\n"
    ".serious{color:#a3170d}\n"
    ".better{color:#155c31;font-weight:600}\n"
    "dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.4rem 2rem;margin:0}\n"
    "dl div{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid #d0d0d0}\n"
    "dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "caption{text-align:left;padding:0 0 .6rem}\n"
    "th,td{padding:.4rem .7rem;text-align:right;border-bottom:1px solid #d0d0d0;font-variant-numeric:tabular-nums}\n"
    "th:first-child,td:first-child{text-align:left}\n"
    "tbody th{font-weight:400}\n"
    "tbody th[colspan]{font-weight:700;padding-top:1.2rem}\n"
    ".bar{width:34%;text-align:left}\n"
    ".bar div{display:flex;align-items:center;gap:.6rem}\n"
    ".bar svg{flex:1;height:1.1rem}\n"
    ".bar span{min-width:3rem;text-align:right}\n"
    ".hidden{color:#555;font-style:italic;text-align:left}\n"
    "td.hidden:not([colspan]){text-align:right;white-space:nowrap}\n"
    ".scroll{overflow-x:auto}\n"
    ".scroll:focus-visible{outline:2px solid #0b4a82}\n"
    ".spread{width:30rem}\n"
    ".note{max-width:46rem;margin:.5rem 0}\n"
    "h3{font-size:1.05rem;margin:1.2rem 0 .4rem}\n"
    "h2,h3{break-after:avoid}\n"
    "@media screen and (min-width:60.01rem){.sides>section:first-child{position:sticky;top:1rem;align-self:start}"
    ".text{max-height:calc(100vh - 6rem);overflow:auto}}\n"
    "@media (max-width:60rem){.sides{grid-template-columns:minmax(0,1fr)}}\n"
    "@media print{main{padding:0;max-width:none}.scroll{overflow:visible}body{font-size:11pt}.sides{grid-template-columns:minmax(0,1fr)}"
    "mark,.verdict,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}.advice li,.steps,tr{break-inside:avoid}"
    ".text{-webkit-box-decoration-break:clone;box-decoration-break:clone}}\n";

void sk_html_begin(sk_page *page, const char *subject, const char *own_style)
{
    const char *title = page->options.title != NULL ? page->options.title : subject;
    sk_buffer_addf(&page->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                   sk_say(page, "nl", "en"));
    sk_buffer_adds(&page->out,
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    sk_add_name(page, title);
    sk_buffer_adds(&page->out, "</title>\n<style>\n");
    sk_buffer_adds(&page->out, style);
    sk_buffer_adds(&page->out, own_style);
    sk_buffer_adds(&page->out, "</style>\n</head>\n<body>\n<main>\n<h1>");
    sk_add_name(page, title);
    sk_buffer_adds(&page->out, "</h1>\n");
}

void sk_html_end(sk_page *page)
{
    sk_buffer_adds(&page->out, "</main>\n</body>\n</html>\n");
}
