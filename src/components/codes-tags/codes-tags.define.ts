import '../session-provider/session-provider.define.js';
import './codes-tags.tag.js';
