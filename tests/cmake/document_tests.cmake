# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors

# What the documents show is so: the README's listing is the header's and its program an example's, a
# program before and after differs by one word, all blocks of C++ compile, links lead somewhere, the
# reference tells every public name, and hosted CI calls what there is.
function(document_tests)
  file(GLOB documents RELATIVE "${PROJECT_SOURCE_DIR}" CONFIGURE_DEPENDS
       "${PROJECT_SOURCE_DIR}/*.md" "${PROJECT_SOURCE_DIR}/.github/*.md"
       "${PROJECT_SOURCE_DIR}/tests/README.md" "${PROJECT_SOURCE_DIR}/examples/README.md"
       "${PROJECT_SOURCE_DIR}/examples/guides/*.md")
  set(scripts "${CMAKE_CURRENT_SOURCE_DIR}/cmake")
  set(source_dir -D "SOURCE_DIR=${PROJECT_SOURCE_DIR}")

  add_test(NAME documents.readme_listing
           COMMAND ${CMAKE_COMMAND} ${source_dir} -D DOCUMENT=README.md -P
                   "${scripts}/readme_listing.cmake")
  add_test(NAME documents.links
           COMMAND ${CMAKE_COMMAND} ${source_dir} -D "DOCUMENTS=${documents}" -P
                   "${scripts}/document_links.cmake")
  add_test(NAME documents.workflows COMMAND ${CMAKE_COMMAND} ${source_dir} -P
                                            "${scripts}/workflow_parts.cmake")

  add_test(
    NAME documents.one_word
    COMMAND
      ${CMAKE_COMMAND} -D "BEFORE=${PROJECT_SOURCE_DIR}/examples/callback_app_before.cpp" -D
      "AFTER=${PROJECT_SOURCE_DIR}/examples/callback_app.cpp" -P "${scripts}/one_word.cmake")

  if(TARGET docs)
    add_test(NAME documents.reference COMMAND ${build_reference})
    set_tests_properties(documents.reference PROPERTIES LABELS compile TIMEOUT 300)
  endif()

  # Never built: it holds the flags that a user of eyeballs::asio compiles with.
  add_library(documents OBJECT EXCLUDE_FROM_ALL "${scripts}/frames/prelude.cpp")
  target_link_libraries(documents PRIVATE eyeballs::asio)
  separate_arguments(flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS}")
  list(APPEND flags ${CMAKE_CXX20_STANDARD_COMPILE_OPTION})
  add_test(
    NAME documents.compile
    COMMAND
      ${CMAKE_COMMAND} ${source_dir} -D "DOCUMENTS=${documents}" -D "COMPILER=${CMAKE_CXX_COMPILER}" -D
      "FLAGS=${flags}" -D "DEFINITIONS=$<TARGET_PROPERTY:documents,COMPILE_DEFINITIONS>" -D
      "INCLUDES=$<TARGET_PROPERTY:documents,INCLUDE_DIRECTORIES>" -D
      "WORK_DIR=${CMAKE_CURRENT_BINARY_DIR}/documents" -P "${scripts}/compile_documents.cmake")
  set_tests_properties(documents.readme_listing documents.links documents.workflows documents.one_word
                       documents.compile PROPERTIES LABELS documents TIMEOUT 600)
endfunction()
