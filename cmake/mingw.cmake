# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# Windows by MinGW-w64 on Debian (g++-mingw-w64-x86-64-posix), whose programs run by wine (wine64).
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
include("${CMAKE_CURRENT_LIST_DIR}/other_system.cmake")

# What a program of these tests has of templates is too much for the old format of objects.
set(CMAKE_CXX_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -Wa,-mbig-obj")
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)

# GNU's linker takes minutes for each program. GCC calls no other but by a `collect2` of ours.
find_program(LLD NAMES ld.lld-19 ld.lld NO_CMAKE_FIND_ROOT_PATH)
if(LLD)
  set(collect2 "${CMAKE_BINARY_DIR}/linker/collect2")
  file(WRITE "${collect2}" "#!/bin/sh\nexec '${LLD}' \"$@\"\n")
  file(CHMOD "${collect2}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  string(APPEND CMAKE_EXE_LINKER_FLAGS_INIT " -B${CMAKE_BINARY_DIR}/linker")
endif()

find_program(WINE wine64 PATHS /usr/lib/wine NO_CMAKE_FIND_ROOT_PATH)
# Wine's services, which the first program starts, have its output, too, and outlive it by seconds: who reads
# that by a pipe would wait for them.
set(CMAKE_CROSSCOMPILING_EMULATOR "${CMAKE_BINARY_DIR}/run_by_wine")
file(WRITE "${CMAKE_CROSSCOMPILING_EMULATOR}" "#!/bin/sh
export WINEDEBUG=-all WINEPREFIX='${CMAKE_BINARY_DIR}/wine'
output=$(mktemp)
'${WINE}' \"$@\" >\"$output\" 2>&1
code=$?
cat \"$output\"
rm -f \"$output\"
exit $code
")
file(CHMOD "${CMAKE_CROSSCOMPILING_EMULATOR}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
