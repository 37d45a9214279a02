/** The words of `<external-task>`. */
export const externalTask = {
  title: '',
};
