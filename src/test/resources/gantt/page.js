// Keeps what the element tells and what the policy forbade, for the test to read.
window.told = [];
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
const chart = document.querySelector('renewal-gantt');
for (const name of ['gantt-select', 'gantt-open', 'gantt-edit', 'gantt-earlier']) {
  chart.addEventListener(name, (event) => window.told.push({ name, ...event.detail }));
}
