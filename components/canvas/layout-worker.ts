// ELK's own worker: it takes its messages from whoever started this script.
import "elkjs/lib/elk-worker.min.js";
