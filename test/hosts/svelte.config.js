// Found here, no configuration is looked for above.
export default {};
