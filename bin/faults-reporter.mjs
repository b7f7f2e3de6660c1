// A reporter for vitest: how many faults were met outside of the tests, which its JSON does not say.
import { writeFileSync } from 'node:fs';

export default class FaultsReporter {
  onTestRunEnd(_modules, faults) {
    writeFileSync(process.env.FAULTS_FILE, String(faults.length));
  }
}
