"""How a young person's own copy looks: a small file beside the page, so that it reads well on any phone, and on paper."""

CSS = """body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1rem; color: #1f1b2d; background: #fff }
h1, h2, h3 { line-height: 1.25 }
h2 { margin-top: 2.5rem; border-top: 1px solid #d8d3e6; padding-top: 1.5rem }
blockquote { margin: 1rem 0; padding: .5rem 0 .5rem 1rem; border-left: .25rem solid #5b4a91 }
blockquote { white-space: pre-wrap; overflow-wrap: anywhere }
.soft { color: #57516b; font-size: .95rem }
.careful { background: #fdf3e3; padding: .75rem 1rem; border-radius: .5rem }
img { max-width: 100%; height: auto; border: 1px solid #d8d3e6 }
article { break-inside: avoid }
"""
