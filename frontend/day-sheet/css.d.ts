/** The style sheet is written to a file of its own by the build. */
declare module '*.css';
