declare module 'leaflet/dist/leaflet.css?raw' {
  const text: string;
  export { text as default };
}
