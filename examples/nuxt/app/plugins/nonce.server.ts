/** Gives every script that is written into a page the nonce of its request. */
export default defineNuxtPlugin(({ ssrContext }) => {
  ssrContext?.head.hooks?.hook('tags:resolve', ({ tags }) => {
    for (const { tag, props } of tags) if (tag === 'script') props.nonce = ssrContext.event.context.nonce;
  });
});
