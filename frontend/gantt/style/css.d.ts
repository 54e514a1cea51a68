/** Style sheets imported as their text; the build may wrap it. */
declare module '*.css?raw' {
  const css: { toString(): string };
  export default css;
}
