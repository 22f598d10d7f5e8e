// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
void call(const char* name, void (*part)()) {
  std::cout << name << std::endl;
  part();
}

int main() {
  // CALLS
}
