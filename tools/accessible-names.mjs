import { devtoolsOf } from './devtools.mjs';

/**
 * Lets tests read the names that the browser tells assistive technology: `executeServerCommand('accessible-names')`
 * answers each name with the texts that it can be made of, in their order. There are none where the browser does not
 * tell them.
 */
export const accessibleNames = () => ({
  name: 'accessible-names',
  async executeCommand({ command, session }) {
    if (command !== 'accessible-names') return undefined;
    const protocol = await devtoolsOf(session);
    if (!protocol) return { names: [] };
    try {
      const { nodes } = await protocol.send('Accessibility.getFullAXTree');
      return { names: namesIn(nodes) };
    } finally {
      await protocol.detach();
    }
  },
});

function namesIn(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const byPlace = new Map(nodes.map((node) => [node.backendDOMNodeId, node]));
  const textsOf = (node) => {
    if (!isText(node)) return (node?.childIds ?? []).flatMap((id) => textsOf(byId.get(id)));
    return node.ignored || !node.name?.value ? [] : [node.name.value];
  };
  const labelsOf = ({ properties = [] }) =>
    properties
      .find(({ name }) => name === 'labelledby')
      ?.value.relatedNodes.map((label) => byPlace.get(label.backendDOMNodeId));
  return nodes
    .filter((node) => !node.ignored && node.name?.value && !isText(node) && node.parentId !== undefined)
    .map((node) => ({
      role: node.role.value,
      name: node.name.value,
      texts: (labelsOf(node) ?? [node]).flatMap(textsOf),
    }));
}

const isText = (node) => node?.role?.value === 'StaticText';
