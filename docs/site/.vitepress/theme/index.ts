import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import ConfigurationPlayground from './ConfigurationPlayground.vue';
import Layout from './Layout.vue';
import LiveExample from './LiveExample.vue';
import TokenTable from './TokenTable.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app }) {
    app.component('ConfigurationPlayground', ConfigurationPlayground);
    app.component('LiveExample', LiveExample);
    app.component('TokenTable', TokenTable);
  },
} satisfies Theme;
