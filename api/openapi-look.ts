/** The stylesheet of the page of the API, in the app's own paper, ink and water, light and dark. */
export const look = `:root {
  color-scheme: light dark;
  --paper: #f6f3ea;
  --card: #fffdf8;
  --ink: #12243c;
  --soft: #54657b;
  --line: #d9d3c3;
  --water: #dfe9ec;
  --deep: #1d4e6b;
}

@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0b1522;
    --card: #111f31;
    --ink: #e9eef4;
    --soft: #9fb0c3;
    --line: #223449;
    --water: #16293d;
    --deep: #7fb6d4;
  }
}

a {
  color: var(--deep);
  text-underline-offset: 0.2em;
}

body {
  max-inline-size: 56rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font:
    1rem / 1.5 system-ui,
    sans-serif;
  overflow-wrap: anywhere;
}

h1,
h2 {
  font-family: ui-serif, Georgia, serif;
}

h1,
h2,
h3 {
  line-height: 1.2;
}

h2 {
  margin-block: 3rem 1rem;
  padding-block-end: 0.25rem;
  border-block-end: 1px solid var(--line);
}

h3 {
  margin-block: 0 0.5rem;
  font-size: 1.0625rem;
}

article {
  margin-block: 0 1.75rem;
  scroll-margin-block-start: 1rem;
}

p {
  max-inline-size: 68ch;
}

code {
  font:
    0.9375em ui-monospace,
    monospace;
}

pre {
  overflow-x: auto;
  padding: 0.75rem 1rem;
  border-radius: 0.5rem;
  background: var(--water);
}

nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

nav a {
  display: inline-flex;
  align-items: center;
  min-block-size: 2.75rem;
}

table {
  inline-size: 100%;
  margin-block: 0.5rem;
  border-collapse: collapse;
}

caption {
  padding-block: 0.25rem;
  color: var(--soft);
  text-align: start;
}

th,
td {
  padding: 0.375rem 0.75rem 0.375rem 0;
  border-block-start: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
}

th {
  inline-size: 42%;
  font-weight: 400;
}

.method {
  font-weight: 700;
}

.who,
.may {
  color: var(--soft);
}

.may {
  white-space: nowrap;
}

.answers th {
  inline-size: 4rem;
}

th code {
  font-size: 0.875em;
}

@media print {
  nav {
    display: none;
  }

  article {
    break-inside: avoid;
  }

  pre {
    white-space: pre-wrap;
  }
}
`;
