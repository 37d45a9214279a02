/** For the console of whoever builds the page. */
export const ELSEWHERE =
  'What loads elements that are written elsewhere in the page could not be loaded. They come when the page is loaded again.';
