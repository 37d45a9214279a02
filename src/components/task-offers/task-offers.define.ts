import '../session-provider/session-provider.define.js';
import './task-offers.tag.js';
