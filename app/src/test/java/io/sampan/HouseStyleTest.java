package io.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house style, as far as a machine can judge it. Each failure names the file and the rule. */
class HouseStyleTest {
    static final Path MAIN = Path.of("src/main/java");
    static final Path CLASSES = Path.of("target/classes");
    static final int METHOD_LINES = 40;
    static final int FILE_LINES = 300;
    static final int PARAMETERS = 5;
    static final int DOORS = 20;
    static final int NESTING = 3;
    static final Set<String> NO_SUCH_ROOM = Set.of(
            "common",
            "util",
            "utils",
            "helper",
            "helpers",
            "shared",
            "core",
            "base",
            "misc",
            "dto",
            "dtos",
            "mapper",
            "mappers",
            "impl",
            "service",
            "services",
            "model",
            "models",
            "vo");
    static final Pattern NO_SUCH_NAME = Pattern.compile(
            ".*(Impl|Manager|Helper|Utils?|Dto|DTO|VO|BO|Mapper|Assembler|Wrapper)|Abstract.*|Base[A-Z].*|I[A-Z][a-z].*");

    final List<String> faults = new ArrayList<>();
    final Map<String, Integer> doors = new HashMap<>();

    @Test
    void everyClassLivesInARoomAndEveryRoomSaysWhatItMayTouch() {
        var rooms = ApplicationModules.of(Application.class);
        new ClassFileImporter()
                .importPath(CLASSES).stream()
                        .filter(c -> !c.getPackageName().startsWith("gg.jte.generated"))
                        .filter(c -> !c.getPackageName().equals(Application.class.getPackageName()))
                        .filter(c -> rooms.getModuleByType(c.getFullName()).isEmpty())
                        .forEach(c -> faults.add(c.getName() + ": lives in no room"));
        rooms.stream().forEach(room -> {
            try {
                var declared = Class.forName(room.getBasePackage().getName() + ".package-info")
                        .getAnnotation(ApplicationModule.class);
                if (declared == null
                        || declared.allowedDependencies().length == 1
                                && declared.allowedDependencies()[0].contains("ツ")) {
                    faults.add(room.getIdentifier() + ": does not say what it may touch");
                }
            } catch (ClassNotFoundException e) {
                faults.add(room.getIdentifier() + ": has no package-info");
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void sourcesKeepTheHouseStyle() throws IOException {
        List<Path> files;
        try (var walk = Files.walk(MAIN)) {
            files = walk.filter(p -> p.toString().endsWith(".java")).toList();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(
                null, manager, d -> {}, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
        var positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
            new Reader(unit, positions).scan(unit, null);
        }
        assertThat(faults).isEmpty();
    }

    final class Reader extends TreeScanner<Void, ClassTree> {
        final CompilationUnitTree unit;
        final com.sun.source.util.SourcePositions positions;
        final String file;

        Reader(CompilationUnitTree unit, com.sun.source.util.SourcePositions positions) throws IOException {
            this.unit = unit;
            this.positions = positions;
            this.file = MAIN.toAbsolutePath()
                    .relativize(Path.of(unit.getSourceFile().getName()).toAbsolutePath())
                    .toString();
            if (lines(unit) > FILE_LINES) fault(unit, "file of " + lines(unit) + " lines, at most " + FILE_LINES);
            for (String part : String.valueOf(unit.getPackageName()).split("\\.")) {
                if (NO_SUCH_ROOM.contains(part)) fault(unit, "no room is called " + part);
            }
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree outer) {
            String folder = String.valueOf(unit.getPackageName());
            if (outer == null && type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                if (folder.matches(".*\\.outside\\.[a-z]+\\.[a-z0-9]+"))
                    fault(type, "a connector shows nothing: make it package-private");
                if (doors.merge(folder, 1, Integer::sum) == DOORS + 1)
                    fault(type, "more than " + DOORS + " public types in one room");
            }
            if (NO_SUCH_NAME.matcher(type.getSimpleName()).matches())
                fault(type, "name the thing, not its role: " + type.getSimpleName());
            var methods = type.getMembers().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(MethodTree.class::cast)
                    .filter(m -> m.getBody() != null
                            && !m.getName().contentEquals("<init>")
                            && m.getModifiers().getFlags().contains(Modifier.PUBLIC))
                    .toList();
            if (methods.size() > 1 && methods.stream().allMatch(Reader::onlyForwards))
                fault(type, "only forwards: remove it, or let it decide something");
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            if (method.getBody() != null && lines(method.getBody()) > METHOD_LINES)
                fault(method, "method of " + lines(method.getBody()) + " lines, at most " + METHOD_LINES);
            boolean record = type != null
                    && type.getKind() == Tree.Kind.RECORD
                    && method.getName().contentEquals("<init>");
            boolean constructor = method.getName().contentEquals("<init>");
            if (!record && method.getParameters().size() > (constructor ? PARAMETERS + 2 : PARAMETERS))
                fault(method, method.getParameters().size() + " parameters: make a record of them");
            return super.visitMethod(method, type);
        }

        int depth;

        Void deeper(Tree tree, Runnable inside) {
            depth++;
            if (depth == NESTING + 1) fault(tree, "nested " + depth + " deep, at most " + NESTING);
            inside.run();
            depth--;
            return null;
        }

        @Override
        public Void visitIf(com.sun.source.tree.IfTree t, ClassTree c) {
            return deeper(t, () -> super.visitIf(t, c));
        }

        @Override
        public Void visitEnhancedForLoop(com.sun.source.tree.EnhancedForLoopTree t, ClassTree c) {
            return deeper(t, () -> super.visitEnhancedForLoop(t, c));
        }

        @Override
        public Void visitForLoop(com.sun.source.tree.ForLoopTree t, ClassTree c) {
            return deeper(t, () -> super.visitForLoop(t, c));
        }

        @Override
        public Void visitWhileLoop(com.sun.source.tree.WhileLoopTree t, ClassTree c) {
            return deeper(t, () -> super.visitWhileLoop(t, c));
        }

        @Override
        public Void visitTry(com.sun.source.tree.TryTree t, ClassTree c) {
            return deeper(t, () -> super.visitTry(t, c));
        }

        @Override
        public Void visitCatch(com.sun.source.tree.CatchTree t, ClassTree c) {
            String caught = t.getParameter().getType().toString();
            if (caught.matches("Exception|Throwable|RuntimeException"))
                fault(t, "catch what you can name, not " + caught);
            return super.visitCatch(t, c);
        }

        @Override
        public Void visitVariable(VariableTree variable, ClassTree type) {
            if (variable.getModifiers().getAnnotations().stream()
                    .anyMatch(a -> a.getAnnotationType().toString().matches("Autowired|Inject|Value")))
                fault(variable, "inject through the constructor");
            String t = String.valueOf(variable.getType());
            if (t.matches("double|float|Double|Float")
                    && variable.getName().toString().matches("(?i).*(price|amount|total|fee|cost|balance).*"))
                fault(variable, "money is Money");
            return super.visitVariable(variable, type);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree sw, ClassTree type) {
            noDefaultAmongPatterns(sw, sw.getCases());
            return super.visitSwitchExpression(sw, type);
        }

        @Override
        public Void visitSwitch(SwitchTree sw, ClassTree type) {
            noDefaultAmongPatterns(sw, sw.getCases());
            return super.visitSwitch(sw, type);
        }

        void noDefaultAmongPatterns(Tree sw, List<? extends CaseTree> cases) {
            var labels = cases.stream().flatMap(c -> c.getLabels().stream()).toList();
            if (labels.stream().anyMatch(PatternCaseLabelTree.class::isInstance)
                    && labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance))
                fault(sw, "a default hides the case that is added tomorrow");
        }

        static boolean onlyForwards(MethodTree m) {
            var body = m.getBody().getStatements();
            if (body.size() != 1) return false;
            ExpressionTree e = switch (body.getFirst()) {
                case ReturnTree r -> r.getExpression();
                case ExpressionStatementTree s -> s.getExpression();
                default -> null;
            };
            return e instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getExpression() instanceof IdentifierTree
                    && call.getArguments().stream()
                            .map(Object::toString)
                            .toList()
                            .equals(m.getParameters().stream()
                                    .map(p -> p.getName().toString())
                                    .toList());
        }

        long lines(Tree tree) {
            var map = unit.getLineMap();
            return map.getLineNumber(positions.getEndPosition(unit, tree))
                    - map.getLineNumber(Math.max(0, positions.getStartPosition(unit, tree)))
                    + 1;
        }

        void fault(Tree tree, String rule) {
            faults.add(file + ":" + unit.getLineMap().getLineNumber(Math.max(0, positions.getStartPosition(unit, tree)))
                    + ": " + rule);
        }
    }
}
