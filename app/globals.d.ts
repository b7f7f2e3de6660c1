declare module '*.scss?url' {
  const href: string;
  export default href;
}
declare module '*.css?url' {
  const href: string;
  export default href;
}
