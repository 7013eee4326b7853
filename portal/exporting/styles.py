"""How a young person's own copy looks: a small file beside the page, so that it reads well on any phone, and on paper."""

CSS = """body { font: 1.0625rem/1.6 "Noto Sans", system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1rem }
body { color: #1f2330; background: #fbf8f3 }
h1, h2, h3 { font-family: "Noto Serif", Georgia, serif; line-height: 1.25 }
h2 { margin-top: 3rem; border-top: 1px solid #ddd6cb; padding-top: 1.5rem }
h3 { margin: 2rem 0 0 }
p { margin: .5rem 0 }
blockquote { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid #ddd6cb; border-radius: .5rem; background: #fff }
blockquote { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext }
blockquote.mine { border: 0; border-left: .3rem solid #b7791f; border-radius: 0; background: #fff3df }
.soft { color: #4d5263; font-size: .95rem }
.careful { padding: .75rem 1rem; border-left: .3rem solid #6e3411; background: #fdebdf; color: #6e3411 }
summary { cursor: pointer; text-decoration: underline }
img { max-width: 100%; height: auto; border: 1px solid #ddd6cb }
figure { margin: 1rem 0 }
audio { width: 100% }
article { break-inside: avoid }
"""
