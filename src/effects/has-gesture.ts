/** Whether the agent has clicked or pressed a key in this page since it was loaded: before that, browsers let nothing sound. */
export const hasGesture = (): boolean => (navigator as Partial<Navigator>).userActivation?.hasBeenActive ?? true;
