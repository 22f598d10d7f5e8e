// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Text from outside, made fit for a log or a terminal.
//
//     escaped("a\r\nb\x1b[2K")  // "a\x0d\x0ab\x1b[2K", in one line

#include <cstddef>
#include <string>
#include <string_view>

namespace eyeballs::detail {

/// How many bytes at the beginning of `text` are one character of well-formed UTF-8 that is no
/// control character (C0, DEL or C1); 0 if none are.
constexpr std::size_t printable_length(std::string_view text) noexcept {
  const auto byte = [text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(0);
  if (lead >= 0x20 && lead < 0x7F) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;

  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t character = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return 0;
    character = character << 6 | (byte(i) & 0x3FU);
  }
  constexpr char32_t first_of_length[] = {0, 0, 0xA0, 0x800, 0x10000};  // C1 ends before U+00A0
  const bool is_surrogate = character >= 0xD800 && character < 0xE000;
  const bool is_character = character >= first_of_length[length] && character <= 0x10FFFF;
  return is_character && !is_surrogate ? length : 0;
}

/// `text`, with \xNN for each byte that is of no printable character. What is escaped already stays
/// as it is.
inline std::string escaped(std::string_view text) {
  constexpr char digits[] = "0123456789abcdef";
  std::string printable;
  while (!text.empty()) {
    const std::size_t length = printable_length(text);
    if (length > 0) {
      printable += text.substr(0, length);
      text.remove_prefix(length);
    } else {
      const auto byte = static_cast<unsigned char>(text.front());
      printable += {'\\', 'x', digits[byte / 16], digits[byte % 16]};
      text.remove_prefix(1);
    }
  }
  return printable;
}

}  // namespace eyeballs::detail
